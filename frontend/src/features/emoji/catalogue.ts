import { currentLanguage, type Language } from '@/i18n';

export interface Emoji {
  /** Without a skin tone. Of a server's own: `name:id`, as a reaction names it. */
  char: string;
  /** What is written between colons, the usual one first. */
  codes: readonly string[];
  /** In the language of the catalogue. */
  name: string;
  /** Further words that it is found by. */
  words: readonly string[];
  /** Of a server's own. */
  custom?: { id: string; serverName: string };
}

/** The order of `data/emoji.json`. */
export const GROUPS = ['smileys', 'people', 'nature', 'food', 'travel', 'activities', 'objects', 'symbols', 'flags'] as const;
export type GroupName = (typeof GROUPS)[number];

export interface Catalogue {
  groups: readonly { name: GroupName; emoji: readonly Emoji[] }[];
  all: readonly Emoji[];
  byChar: ReadonlyMap<string, Emoji>;
}

type Load<T> = () => Promise<{ default: T }>;

/** By the same places as in `data/emoji.json`: the name, then further words, with bars between them. */
const names: Record<Language, Load<string[]>> = {
  en: () => import('./data/names.en.json'),
  ar: () => import('./data/names.ar.json'),
  fa: () => import('./data/names.fa.json'),
  ru: () => import('./data/names.ru.json'),
};

const loaded = new Map<Language, Promise<Catalogue>>();

/** Every emoji that can be picked, with its names in the language of the page. Kept once it is there. */
export function loadCatalogue(language: Language = currentLanguage()): Promise<Catalogue> {
  const known = loaded.get(language);
  if (known) return known;
  const loading = read(language);
  loaded.set(language, loading);
  loading.catch(() => loaded.delete(language));
  return loading;
}

async function read(language: Language): Promise<Catalogue> {
  const [{ default: groups }, { default: texts }] = await Promise.all([import('./data/emoji.json'), names[language]()]);
  return catalogueOf(groups, texts);
}

export function catalogueOf(lists: readonly (readonly string[])[], texts: readonly string[]): Catalogue {
  let place = 0;
  const groups = lists.map((list, index) => ({
    name: GROUPS[index] ?? 'symbols',
    emoji: list.map((line) => emojiOf(line, texts[place++] ?? '')),
  }));
  const all = groups.flatMap(({ emoji }) => emoji);
  return { groups, all, byChar: new Map(all.map((emoji) => [emoji.char, emoji])) };
}

function emojiOf(line: string, text: string): Emoji {
  const [char = '', ...codes] = line.split(' ');
  const [name = '', ...words] = text.split('|');
  return { char, codes, name, words };
}
