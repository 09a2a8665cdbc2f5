import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockFolder } from './folder-lock.js';
import { processSpace, processStart } from './processes.js';

let folder: string;
const file = () => path.join(folder, 'hearth.lock');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearth-lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const held = (holder: object) => writeFileSync(file(), JSON.stringify(holder));
const refusal = /^Another Hearth is running on/;

describe('lockFolder', () => {
  it('leaves nothing behind when it is released', async () => {
    (await lockFolder(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives the folder to one only', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(refusal);
    lock.release();
    (await lockFolder(folder)).release();
  });

  it('gives the folder to one of many that find a stale lock together', async () => {
    held({ pid: 1, started: 'long ago', space: processSpace() });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(folder)));
    const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(locks).toHaveLength(1);
    for (const lock of locks) lock.release();
  });

  it('takes over from a process that has ended, even if its number lives on', async () => {
    held({ pid: process.pid, started: 'long ago', space: processSpace() });
    (await lockFolder(folder)).release();
  });

  it('takes over a lock that was cut short', async () => {
    writeFileSync(file(), '{"pid":');
    (await lockFolder(folder)).release();
  });

  it('respects another container as long as it gives a sign of life', async () => {
    held({ pid: process.pid, started: processStart(process.pid), space: 'another container' });
    const heartbeat = setInterval(() => utimesSync(file(), new Date(), new Date()), 50);
    await expect(lockFolder(folder, 200)).rejects.toThrow(refusal);
    clearInterval(heartbeat);
    expect(readFileSync(file(), 'utf8')).toContain('another container');
  });

  it('takes over from another container that is silent', async () => {
    held({ pid: process.pid, started: processStart(process.pid), space: 'another container' });
    (await lockFolder(folder, 200)).release();
  });
});
