import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languageCodes, type Language } from './languages';

interface Texts {
  [key: string]: string | Texts;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );

const read = (file: string) => new Map(flat(JSON.parse(readFileSync(join(import.meta.dirname, 'locales', file), 'utf8')) as Texts));

/** What the first screens say, and what comes with later ones. */
const parts = readdirSync(join(import.meta.dirname, 'locales')).flatMap((file) => /^((?:\w+\.)?)en\.json$/.exec(file)?.[1] ?? []);
const textsOf = (language: Language, part: string) => read(`${part}${language}.json`);

const nameOf = (key: string) => key.replace(PLURAL, '');
const namesOf = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(nameOf))].sort();
const parametersOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
const tagsOf = (text: string) => (text.match(/<\/?\w+>/g) ?? []).sort();

/** The number itself may be left unsaid where the form of the word says it: one, two, none. */
const isNumber = (parameter: string) => /^\{\{(?:count|number|joins)\}\}$/.test(parameter);

const pluralsOf = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

const cases = languageCodes.flatMap((language) => parts.map((part) => ({ language, part, texts: textsOf(language, part) })));

describe.each(cases)('$part$language', ({ language, part, texts }) => {
  const english = textsOf('en', part);
  const originalOf = (key: string) => english.get(key) ?? english.get(`${nameOf(key)}_other`) ?? '';

  it('says all that English says, and nothing else', () => {
    expect(namesOf(texts)).toEqual(namesOf(english));
  });

  it('has the plural forms of the language and no others', () => {
    const counted = [...english.keys()].filter((key) => key.endsWith('_other')).map(nameOf);
    const forms = counted.flatMap((name) => pluralsOf(language).map((form) => `${name}_${form}`));
    // "Nobody" can be said apart in any language, where English says it apart.
    const none = [...english.keys()].filter((key) => key.endsWith('_zero'));
    expect([...texts.keys()].filter((key) => PLURAL.test(key)).sort()).toEqual([...new Set([...forms, ...none])].sort());
  });

  it('takes the parameters and the marks that English takes', () => {
    const odd = [...texts].filter(([key, text]) => {
      const [own, wanted] = [parametersOf(text), parametersOf(originalOf(key))];
      const isWithoutNumber = PLURAL.test(key) && own.join() === wanted.filter((one) => !isNumber(one)).join();
      // Of nothing there may be nothing to name.
      const isNone = key.endsWith('_zero') && own.every((one) => wanted.includes(one));
      if (isNone) return false;
      return (own.join() !== wanted.join() && !isWithoutNumber) || tagsOf(text).join() !== tagsOf(originalOf(key)).join();
    });
    expect(odd).toEqual([]);
  });

  it('writes as books do: no empty text, no stray space, no dots for an ellipsis, no typewriter quotes', () => {
    const odd = [...texts].filter(([, text]) => text.trim() !== text || text === '' || /\.\.\.| {2}|"| [,;:!?…]|\s\.$/.test(text));
    expect(odd.filter(([key]) => !/\.username(?:Hint|Letters)$/.test(key))).toEqual([]);
  });
});

it.each(languageCodes)('%s says nothing in two parts', (language) => {
  const keys = parts.flatMap((part) => [...textsOf(language, part).keys()]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

/** Letters of another script than the language's are names: of the app, of keys, of what people type. */
const NAMES = new Set([
  'Hearth',
  'Shift',
  'Escape',
  'Enter',
  'RE2',
  'RE',
  'PDF',
  'ffmpeg',
  'spam',
  'spammer',
  'abc',
  'invite',
  'everyone',
  'here',
]);

describe('what is not English', () => {
  it.each(['ar', 'fa', 'ru'] as const)('%s has no English left over', (language) => {
    const words = parts.flatMap((part) =>
      [...textsOf(language, part)].flatMap(([key, text]) =>
        [...text.replace(/\{\{\w+\}\}|<\/?\w+>/g, '').matchAll(/[a-z]{2,}/gi)].map(([word]) => `${key}: ${word}`),
      ),
    );
    expect(words.filter((found) => !NAMES.has(found.split(': ')[1] ?? ''))).toEqual([]);
  });

  it('Arabic and Persian have their own punctuation', () => {
    const texts = (['ar', 'fa'] as const).flatMap((language) => parts.flatMap((part) => [...textsOf(language, part)]));
    expect(texts.filter(([, text]) => /[\u0600-\u06ff}>][,;?]/.test(text))).toEqual([]);
  });

  it('Persian has its own letters and digits', () => {
    const texts = parts.flatMap((part) => [...textsOf('fa', part)]);
    // Arabic yeh, kaf and teh marbuta; digits of Arabic, and of English where they are not part of a code.
    const odd = texts.filter(([, text]) => /[يكة٠-٩]|(?<![\w}])[0-9]+(?= [\u0600-\u06ff])/.test(text));
    expect(odd.filter(([key]) => key !== 'ui.wrongColor')).toEqual([]);
  });
});
