import { describe, expect, it } from '@jest/globals';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import managementAr from './locales/management.ar.json' with { type: 'json' };
import managementEn from './locales/management.en.json' with { type: 'json' };

interface Texts {
  [key: string]: string | Texts;
}

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );

const keysOf = (texts: Texts) => new Set(flat(texts).map(([key]) => key.replace(PLURAL, '')));
const parametersOf = (text: string) => new Set(text.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? []);

const pluralsOf = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

describe.each<[string, string, Texts, Texts]>([
  ['ar', 'first screens', ar, en],
  ['ar', 'running a server', managementAr, managementEn],
])('%s, %s', (language, _part, texts, originals) => {
  const english = new Map(flat(originals));

  it('says all that English says, and nothing else', () => {
    expect(keysOf(texts)).toEqual(keysOf(originals));
  });

  it('has a form for every plural of the language', () => {
    const plurals = new Set(flat(texts).flatMap(([key]) => (PLURAL.test(key) ? [key.replace(PLURAL, '')] : [])));
    const keys = new Set(flat(texts).map(([key]) => key));
    const missing = [...plurals].flatMap((key) => pluralsOf(language).map((form) => `${key}_${form}`)).filter((key) => !keys.has(key));
    expect(missing).toEqual([]);
  });

  it('takes the parameters that English takes', () => {
    const odd = flat(texts).filter(([key, text]) => {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      const allowed = parametersOf(original);
      return [...parametersOf(text)].some((parameter) => !allowed.has(parameter));
    });
    expect(odd).toEqual([]);
  });
});

it('no part says what another says already', () => {
  const first = new Set(flat(en).map(([key]) => key));
  expect(flat(managementEn).filter(([key]) => first.has(key))).toEqual([]);
});
