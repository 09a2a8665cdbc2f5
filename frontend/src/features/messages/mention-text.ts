import { segmentsOf } from '@hearth/contract';

/** What the names in a text may mean, where it is written. */
export interface Names {
  /** By user name. */
  users: ReadonlyMap<string, { id: string }>;
  /** The longest name first, so that none hides behind another that it begins with. */
  roles: readonly { id: string; name: string }[];
  channels: readonly { id: string; name: string }[];
}

/** What the marks in a text mean, to whoever reads it. */
export interface Meanings {
  user: (id: string) => string | undefined;
  role: (id: string) => string | undefined;
  channel: (id: string) => string | undefined;
}

const SIGN = /(?<![\p{L}\p{N}_\\])[@#]/u;
const USERNAME = /^[a-z0-9_.]{2,32}/;
const WORD = /^[\p{L}\p{N}_]/u;
const MARK = /<(@&?|#)([1-9]\d{0,18})>/g;

/** A text as it was typed, `@ada` and `#general`, with the marks of whom and what it names. Code stays as it is. */
export const withMarks = (text: string, names: Names): string =>
  segmentsOf(text)
    .map((segment) => (segment.isCode ? segment.text : markAll(segment.text, names)))
    .join('');

function markAll(text: string, names: Names): string {
  const parts: string[] = [];
  let rest = text;
  for (let at = rest.search(SIGN); at >= 0; at = rest.search(SIGN)) {
    const found = markAt(rest.slice(at), names);
    const length = found?.length ?? 1;
    parts.push(rest.slice(0, at), found?.mark ?? rest.slice(at, at + length));
    rest = rest.slice(at + length);
  }
  return parts.join('') + rest;
}

function markAt(text: string, names: Names): { mark: string; length: number } | undefined {
  const after = text.slice(1);
  if (text.startsWith('#')) return named(after, names.channels, '#');
  return userIn(after, names) ?? named(after, names.roles, '@&');
}

function userIn(after: string, { users }: Names): { mark: string; length: number } | undefined {
  // A name may end with a full stop, and more often a sentence does.
  const typed = USERNAME.exec(after.toLowerCase())?.[0] ?? '';
  for (let name = typed; name.length >= 2; name = name.slice(0, -1)) {
    const user = users.get(name);
    if (user) return { mark: `<@${user.id}>`, length: name.length + 1 };
    if (!name.endsWith('.')) return undefined;
  }
  return undefined;
}

function named(after: string, list: Names['roles'], sign: string): { mark: string; length: number } | undefined {
  const lower = after.toLowerCase();
  const one = list.find(({ name }) => lower.startsWith(name.toLowerCase()) && !WORD.test(after.slice(name.length)));
  return one && { mark: `<${sign}${one.id}>`, length: one.name.length + 1 };
}

/** A text with names in the place of its marks; one that means nothing here stays. */
export const withNames = (text: string, meanings: Meanings): string =>
  text.replaceAll(MARK, (mark, sign: string, id: string) => {
    if (sign === '#') return prefixed('#', meanings.channel(id)) ?? mark;
    return prefixed('@', sign === '@' ? meanings.user(id) : meanings.role(id)) ?? mark;
  });

const prefixed = (sign: string, name: string | undefined) => (name === undefined ? undefined : sign + name);
