import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What decides by which shape the app holds its data. */
const SOURCES = ['../contract/src/**/*.ts', 'src/features/**/cache.ts'];

/** Data that a browser kept under another version of these is not read: `HEARTH_SHAPE` changes with them. */
export function dataShape(root: string): Plugin {
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((file) => !/\.spec\.ts$/.test(file));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(readFileSync(join(root, file)));
  const shape = JSON.stringify(hash.digest('hex').slice(0, 16));
  return { name: 'hearth:data-shape', config: () => ({ define: { HEARTH_SHAPE: shape } }) };
}
