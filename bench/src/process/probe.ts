/**
 * Loaded before the program of every process that is measured, so that Hearth and its peers are looked at in the same way and none of
 * them knows of it.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from './rpc.ts';

export interface Usage {
  /** Bytes of the process that are in memory. */
  resident: number;
  /** Bytes of live and dead objects, and of buffers outside the heap. */
  heap: number;
  /** Milliseconds of processor time since the start, of all threads. */
  processor: number;
}

const SETTLE_ROUNDS = 4;

let profiler: Session | undefined;

answer({ usage, settle, startProfile, stopProfile });

function usage(): Usage {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return { resident: rss, heap: heapUsed + external, processor: (user + system) / 1_000 };
}

/** Collects garbage until what is left is what is in use. Needs `--expose-gc`. */
async function settle(): Promise<Usage> {
  for (let round = 0; round < SETTLE_ROUNDS; round += 1) {
    await globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
    await sleep(200);
  }
  return usage();
}

async function startProfile(): Promise<void> {
  profiler = new Session();
  profiler.connect();
  await profiler.post('Profiler.enable');
  await profiler.post('Profiler.start');
}

async function stopProfile(file: string): Promise<void> {
  const found = await profiler?.post('Profiler.stop');
  if (found) writeFileSync(file, JSON.stringify(found.profile));
  profiler?.disconnect();
}
