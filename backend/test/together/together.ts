import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe } from '@jest/globals';

const PARTS = 8;
const BACKEND = path.resolve(import.meta.dirname, '../..');

/**
 * Some of the medium spec files, in one context of Jest. In one of its own each of them would load Nest, Prisma and all of the sources
 * anew, which takes longer than most of their tests.
 */
export function together(part: number): void {
  const load = createRequire(import.meta.url);
  const files = globSync('{src,test}/**/*.medium.spec.ts', { cwd: BACKEND }).toSorted();
  for (const file of files.filter((_, index) => index % PARTS === part)) describe(file, () => void load(path.join(BACKEND, file)));
}
