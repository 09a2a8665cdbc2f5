import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode } from '../../config/error-code.js';
import { StartupError } from '../../config/startup-error.js';
import { processSpace, processStart } from './processes.js';

const HEARTBEAT_MS = 2_000;
const SETTLE_MS = 100;

const holderSchema = z.object({ pid: z.int(), started: z.string(), space: z.string() });

export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder for this process alone, so that two Hearths never run a Postgres on the same data. The lock of a process that
 * was killed is taken over at once; that of another container or machine on a shared folder, whose process ids mean
 * nothing here, after it has been silent for some seconds.
 */
export async function lockFolder(folder: string, heartbeatMs = HEARTBEAT_MS): Promise<FolderLock> {
  const file = path.join(folder, 'hearth.lock');
  const mine = JSON.stringify({ id: randomUUID(), pid: process.pid, started: processStart(process.pid) ?? '', space: processSpace() });
  let abandoned: string | undefined;
  while (!(await take(file, mine, abandoned))) {
    abandoned = read(file);
    if (abandoned !== undefined && (await isAlive(file, abandoned, heartbeatMs))) {
      throw new StartupError(`Another Hearth is running on ${folder}: stop it first, or set DATA_DIR to another folder.`);
    }
  }
  const heartbeat = setInterval(() => touch(file), heartbeatMs).unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      rmSync(file, { force: true });
    },
  };
}

/** Takes the lock if nobody has it, or if it is still the abandoned one. */
async function take(file: string, mine: string, abandoned: string | undefined): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, mine);
    if (abandoned === undefined || read(file) !== abandoned) return link(draft, file);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  // Of several that found it abandoned and replaced it together, the last one has it.
  await sleep(SETTLE_MS);
  return read(file) === mine;
}

/** Unlike a rename, a link fails if the file is there. */
function link(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isAlive(file: string, content: string, heartbeatMs: number): Promise<boolean> {
  const holder = parse(content);
  if (!holder) return false;
  if (holder.space === processSpace()) return processStart(holder.pid) === holder.started;
  // Whether clocks agree is unknown, so only a change of the time that is seen to happen counts as a sign of life.
  const before = modified(file);
  for (const deadline = Date.now() + 3 * heartbeatMs; Date.now() < deadline;) {
    await sleep(heartbeatMs / 4);
    if (modified(file) !== before) return true;
  }
  return false;
}

/** Nothing if the file was cut short by a power failure. */
function parse(content: string): z.infer<typeof holderSchema> | undefined {
  try {
    return holderSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function modified(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // A full or vanished disk must not end the process here; what writes data reports it.
  }
}
