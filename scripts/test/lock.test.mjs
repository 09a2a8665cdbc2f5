import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '../lib/lock.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-lock-'));
after(() => rmSync(folder, { recursive: true }));

const nobodyWaits = () => assert.fail('had to wait');

test('one works at a time, and the other hears that it waits', async () => {
  const file = path.join(folder, 'turns');
  const events = [];
  const work = (name) => async () => {
    events.push(`${name} begins`);
    await sleep(300);
    events.push(`${name} ends`);
  };
  await Promise.all([withLock(nobodyWaits, work('first'), file), withLock(() => events.push('second waits'), work('second'), file)]);
  assert.deepEqual(events, ['first begins', 'second waits', 'first ends', 'second begins', 'second ends']);
  assert.equal(existsSync(file), false);
});

test('what was locked is free again after a failure', async () => {
  const file = path.join(folder, 'failure');
  await assert.rejects(
    withLock(nobodyWaits, () => Promise.reject(new Error('failed')), file),
    /failed/,
  );
  assert.equal(existsSync(file), false);
});

test('the lock of a process that is gone is taken over', async () => {
  const file = path.join(folder, 'gone');
  writeFileSync(file, '4194304999');
  assert.equal(
    await withLock(
      () => undefined,
      () => 42,
      file,
    ),
    42,
  );
});

test('so is one that was not renewed for long, whoever has its number by now', async () => {
  const file = path.join(folder, 'old');
  writeFileSync(file, String(process.pid));
  utimesSync(file, new Date(0), new Date(0));
  assert.equal(
    await withLock(
      () => undefined,
      () => 42,
      file,
    ),
    42,
  );
});
