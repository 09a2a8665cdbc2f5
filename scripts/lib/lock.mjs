import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from './paths.mjs';

const HEARTBEAT_MS = 1_000;
const ABANDONED_AFTER_MS = 10_000;

const prepareLock = path.join(cacheFolder, 'prepare.lock');

/** Keeps two commands in the same clone from installing and building at the same time. */
export async function withLock(onWait, work, file = prepareLock) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = false; !take(file); waited = true) {
    if (!waited) onWait();
    await sleep(200);
  }
  const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), HEARTBEAT_MS);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    release();
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

function isAbandoned(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > ABANDONED_AFTER_MS || !isRunning(Number(readFileSync(file, 'utf8')));
  } catch {
    // It was released in this moment.
    return false;
  }
}

/** An empty file belongs to somebody who has not yet written the number. */
function isRunning(pid) {
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
