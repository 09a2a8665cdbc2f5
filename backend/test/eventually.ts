import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE = 20_000;

/** What is read once it is as awaited: for what follows an answer without anybody waiting for it. Else what was read last. @param patience in milliseconds */
export async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean, patience = PATIENCE): Promise<T> {
  for (const deadline = Date.now() + patience; ; await sleep(20)) {
    const value = await read();
    if (holds(value) || Date.now() > deadline) return value;
  }
}
