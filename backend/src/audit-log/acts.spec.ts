import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { auditActions } from '@hearth/contract';

it('every act that the log can be searched for is recorded somewhere', () => {
  const cwd = join(import.meta.dirname, '..');
  const paths = globSync('**/*.ts', { cwd, exclude: ['**/*.spec.ts', 'generated/**'] });
  const source = paths.map((path) => readFileSync(join(cwd, path), 'utf8')).join('\n');
  expect(auditActions.filter((action) => !source.includes(`'${action}'`))).toEqual([]);
});
