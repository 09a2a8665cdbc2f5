import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

interface Texts {
  [key: string]: string | Texts;
}

const keysOf = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`)));

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const english = globSync('i18n/locales/{,*.}en.json', { cwd: root });
const keys = english.flatMap((file) => keysOf(JSON.parse(read(file)) as Texts));
const names = new Set(keys.map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/, '')));

const code = globSync('**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !path.includes('.spec.') && !path.startsWith('gallery'))
  .map(read)
  .join('\n');

/** Keys that stand in the code as they are. */
const written = new Set([...code.matchAll(/['"](\w+(?:\.\w+)+)['"]/g)].map(([, key]) => key));
/** Keys that are put together, with anything in the place of what is put in: `errors.${code}`. */
const PART = /\$\{(?:[^{}`]|\{[^{}]*\})*\}/g;
const composed = [...code.matchAll(/`((?:\w+\.)+(?:\$\{(?:[^{}`]|\{[^{}]*\})*\}|\.\w+|\.)+)`/g)].map(
  ([, key = '']) => new RegExp(`^${key.replace(PART, '\\w+').replaceAll('.', '\\.')}$`),
);

it('there is no text that nothing says', () => {
  const unused = [...names].filter((name) => !written.has(name) && !composed.some((pattern) => pattern.test(name)));
  expect(unused).toEqual([]);
});

it('nothing is said that has no text', () => {
  const said = [...code.matchAll(/(?<![\w.])t\(\s*'([^']+)'|i18nKey="([^"]+)"/g)].map(([, called, marked]) => called ?? marked ?? '');
  expect(said.length).toBeGreaterThan(500);
  expect(said.filter((name) => !names.has(name))).toEqual([]);
});
