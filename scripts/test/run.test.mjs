import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../lib/run.mjs';

const env = process.env;

test('returns the code and all that was printed', async () => {
  const script = `console.log('out'); console.error('err'); process.exit(3)`;
  const { code, output } = await run([process.execPath, '-e', script], { env });
  assert.equal(code, 3);
  assert.match(output, /out/);
  assert.match(output, /err/);
});

test('a program that is not there is a failure like any other', async () => {
  const { code, output } = await run(['no-such-program-anywhere'], { env });
  assert.equal(code, 127);
  assert.match(output, /no-such-program-anywhere/);
});

test('what a killed process has started ends with it, grandchildren too', async () => {
  const grandchild = `console.log(process.pid); setInterval(() => {}, 1000)`;
  const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
  const module = new URL('../lib/run.mjs', import.meta.url).href;
  const parent = `
    const { run } = await import(${JSON.stringify(module)});
    await run([process.execPath, '-e', ${JSON.stringify(child)}], { env: process.env, inherit: true });`;
  const started = spawn(process.execPath, ['--input-type=module', '-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await once(started.stdout, 'data');
  const pid = Number(printed);
  assert.ok(isRunning(pid));
  started.kill('SIGKILL');
  for (const deadline = Date.now() + 5000; isRunning(pid) && Date.now() < deadline;) await sleep(20);
  assert.ok(!isRunning(pid));
});

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
