import { cpus, release, totalmem, type } from 'node:os';
import { mebibytes } from './report.ts';

/** What the figures were measured on. */
export const machine = (postgres: string) => ({
  processors: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
  memory: mebibytes(totalmem()),
  system: `${type()} ${release()}`,
  node: process.version,
  postgres,
});
