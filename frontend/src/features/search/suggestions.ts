import {
  filterText,
  searchFilterNames,
  searchKinds,
  searchTokens,
  type SearchFilterName,
  type SearchKind,
  type SearchToken,
} from '@hearth/contract';

/** What may be put in place of what is being typed. */
export type Wish =
  | { kind: 'filters'; names: SearchFilterName[] }
  | { kind: 'people'; query: string }
  | { kind: 'channels'; query: string }
  | { kind: 'values'; values: (SearchKind | 'pinned')[] }
  | { kind: 'date' };

export interface Typing {
  /** What is being typed; null: something new begins here. */
  token: SearchToken | null;
  wish: Wish | null;
}

/** What a filter's value is chosen from. */
function wishFor(filter: SearchFilterName, value: string): Wish | null {
  const lower = value.toLowerCase();
  switch (filter) {
    case 'from':
    case 'mentions':
      return { kind: 'people', query: value.replace(/^@/, '') };
    case 'in':
      return { kind: 'channels', query: value.replace(/^[#@]/, '') };
    case 'has':
      return values(searchKinds.filter((kind) => kind.startsWith(lower) && kind !== lower));
    case 'is':
      return values((['pinned'] as const).filter((one) => one.startsWith(lower) && one !== lower));
    case 'before':
    case 'after':
      return /^\d{4}/.test(value) ? null : { kind: 'date' };
  }
}

const values = (all: (SearchKind | 'pinned')[]): Wish | null => (all.length > 0 ? { kind: 'values', values: all } : null);

/** What is being typed at a place in the text, and what would go on with it. */
export function typingAt(text: string, caret: number): Typing {
  const token = searchTokens(text.slice(0, caret)).at(-1);
  const isNew = !token || (token.filter === null ? token.end < caret || token.quoted : token.value !== '' && token.end < caret);
  if (isNew) return { token: null, wish: { kind: 'filters', names: [...searchFilterNames] } };
  if (token.filter !== null) return { token, wish: wishFor(token.filter, token.value) };
  const names = searchFilterNames.filter((name) => name.startsWith(token.value.toLowerCase()));
  return { token, wish: names.length > 0 ? { kind: 'filters', names } : null };
}

/** The text with something put in place of what is being typed. `caret`: where to go on. */
export function complete(text: string, caret: number, token: SearchToken | null, chosen: string): { text: string; caret: number } {
  const minus = token?.negated ? '-' : '';
  const isFilter = chosen.endsWith(':');
  const before = token ? text.slice(0, token.start) : joined(text.slice(0, caret));
  const put = `${before}${minus}${chosen}${isFilter ? '' : ' '}`;
  return { text: `${put}${text.slice(caret).trimStart()}`, caret: put.length };
}

/** A value of the filter that is being typed. */
export const valueOf = (token: SearchToken | null, value: string): string => (token?.filter ? filterText(token.filter, value) : value);

const joined = (text: string): string => (text === '' || text.endsWith(' ') ? text : `${text} `);
