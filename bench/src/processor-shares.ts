import { cpus } from 'node:os';
import type { Commands } from './process/rpc.ts';
import type { Child } from './process/child.ts';

/** Of one processor. */
export interface ProcessorShares {
  server: number;
  clients: number;
  /** Postgres, and whatever else this machine does. */
  others: number;
}

interface Reading {
  at: number;
  server: number;
  clients: number;
  machine: number;
}

/** Milliseconds that all processors together were not idle. */
const busy = (): number => cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

/** Who used the processors while something was done. */
export async function withShares<T>(
  server: Child<Commands>,
  clients: Child<Commands>,
  work: () => Promise<T>,
): Promise<[T, ProcessorShares]> {
  const read = async (): Promise<Reading> => ({
    at: performance.now(),
    server: (await server.usage()).processor,
    clients: (await clients.usage()).processor,
    machine: busy(),
  });
  const before = await read();
  const result = await work();
  const after = await read();
  const share = (name: 'server' | 'clients' | 'machine'): number => (after[name] - before[name]) / (after.at - before.at);
  const others = Math.max(0, share('machine') - share('server') - share('clients'));
  return [result, { server: share('server'), clients: share('clients'), others }];
}
