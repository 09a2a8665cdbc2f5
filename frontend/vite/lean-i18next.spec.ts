import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import whole, { type i18n, type Resource } from 'i18next';
import { leanI18next } from './lean-i18next';

const folder = mkdtempSync(path.join(tmpdir(), 'hearth-i18next-'));
afterAll(() => rmSync(folder, { recursive: true }));

const locales = path.join(import.meta.dirname, '../src/i18n/locales');
const languages = ['en', 'ar', 'fa', 'ru'];
const FORM = /_(?:zero|one|two|few|many|other)$/;
const COUNTS = [0, 1, 2, 3, 11, 100];

type Texts = { [key: string]: string | Texts };

const read = (file: string) => JSON.parse(readFileSync(path.join(locales, file), 'utf8')) as Texts;

const textsOf = (language: string): Texts =>
  globSync(`{,*.}${language}.json`, { cwd: locales }).reduce<Texts>((texts, file) => ({ ...texts, ...read(file) }), {});

const keysOf = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`)));

/** As the app starts it. */
async function start(library: i18n, language: string): Promise<void> {
  const marked = { type: 'postProcessor', name: 'marked', process: (text: string) => `<${text}>` } as const;
  const resources: Resource = { [language]: { translation: textsOf(language) } };
  await library.use(marked).init({
    lng: language,
    fallbackLng: false,
    resources,
    interpolation: { escapeValue: true, useRawValueToEscape: true, escape: (value: unknown) => `[${String(value)}]` },
    postProcess: [marked.name],
  });
}

describe('i18next without what Hearth does not use', () => {
  let lean: i18n;

  beforeAll(async () => {
    const file = path.join(folder, 'i18next.mjs');
    const entry = createRequire(import.meta.url)
      .resolve('i18next')
      .replace('/cjs/', '/esm/');
    writeFileSync(file, leanI18next(readFileSync(entry, 'utf8')));
    lean = ((await import(file)) as { default: i18n }).default;
  });

  it.each(languages)('says the same in all texts: %s', async (language) => {
    const reference = whole.createInstance();
    await start(reference, language);
    await start(lean, language);
    const texts = textsOf(language);
    const keys = keysOf(texts);
    const counted = new Set(keys.filter((key) => FORM.test(key)).map((key) => key.replace(FORM, '')));
    const names = JSON.stringify(texts).matchAll(/\{\{(\w+)/g);
    const values = Object.fromEntries([...names].map(([, name = '']) => [name, `a ${name}`]));
    const said = (library: i18n) => {
      const say = library.t as unknown as (key: string, values: object) => string;
      return [
        ...keys.map((key) => say(key, values)),
        ...[...counted].flatMap((key) => COUNTS.map((count) => say(key, { ...values, count }))),
      ];
    };
    expect(said(lean)).toEqual(said(reference));
    expect(said(lean)).toContainEqual(expect.stringMatching(/<.*\[a \w+\].*>/));
  });

  it('takes texts that come later, and another language', async () => {
    await start(lean, 'en');
    lean.addResourceBundle('ru', 'translation', textsOf('ru'), true);
    await lean.changeLanguage('ru');
    expect(lean.language).toBe('ru');
    expect(lean.t('invite.uses', { count: 21 })).toBe('<[21] использование>');
    expect(lean.exists('nothing.like.this')).toBe(false);
  });
});

describe('a library that is written differently', () => {
  it('stops the build', () => {
    expect(() => leanI18next('export const t = () => "";')).toThrow('i18next is written differently');
  });
});
