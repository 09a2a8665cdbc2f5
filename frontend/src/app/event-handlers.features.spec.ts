import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const source = readFileSync(join(import.meta.dirname, 'event-handlers.ts'), 'utf8');
const imports = [...source.matchAll(/^import \{ ([^}]*\w+Events\b[^}]*) \} from '(@\/features\/[\w-]+)';$/gm)].flatMap(
  ([, names = '', from = '']) => names.split(', ').map((name) => [name, from] as const),
);

it('finds the features that listen', () => {
  expect(imports.length).toBeGreaterThan(10);
});

it.each(imports)('calls whatever %s of %s listens to', async (name, from) => {
  const feature = (await import(from)) as Record<string, object>;
  const isCalled = (event: string) =>
    source.includes(`${name}['${event}']`) || source.includes(`${name}.${event},`) || source.includes(`${name}.${event})`);
  expect(Object.keys(feature[name] ?? {}).filter((event) => !isCalled(event))).toEqual([]);
});
