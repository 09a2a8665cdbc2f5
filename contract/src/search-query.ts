// Without schemas: the app reads what is typed with the same parser as the server.
import { searchWords, type SearchTerm } from './search-text.js';

export const searchFilterNames = ['from', 'in', 'mentions', 'has', 'before', 'after', 'is'] as const;
export type SearchFilterName = (typeof searchFilterNames)[number];

export const searchKinds = ['link', 'image', 'video', 'audio', 'file', 'embed', 'poll'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A piece of what was typed, with its place in it. */
export interface SearchToken {
  start: number;
  end: number;
  /** The filter that it sets; null: it is a word or a phrase. */
  filter: SearchFilterName | null;
  /** Without name, minus and quotation marks. */
  value: string;
  quoted: boolean;
  negated: boolean;
}

/** A day of the calendar, wherever it is. */
export interface CalendarDay {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

export interface SearchValue {
  value: string;
  negated: boolean;
}

/** What is asked for. Several values of `from`, `in` and `mentions` are alternatives, everything else must hold together. */
export interface SearchQuery {
  terms: SearchTerm[];
  /** User names, or ids. */
  from: SearchValue[];
  /** Names of channels, or ids. */
  in: SearchValue[];
  /** User names, or ids. */
  mentions: SearchValue[];
  has: { kind: SearchKind; negated: boolean }[];
  pinned: boolean | null;
  /** Nothing of this day or later. */
  before: CalendarDay | null;
  /** Nothing from before this day. */
  since: CalendarDay | null;
  /** Filters whose value means nothing. */
  faults: SearchToken[];
}

const FILTER = `(${searchFilterNames.join('|')}):\\s*`;
/** A filter with nothing after it yet; else a word, a phrase or a filter with its value. */
const TOKEN = new RegExp(`(-)?${FILTER}$|(-)?(?:${FILTER})?(?:["“”«]([^"“”»]*)["“”»]?|(\\S+))`, 'giu');
const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const SIGIL = /^[@#]/;

/** More words than these narrow nothing down any further, and each costs: a text that somebody pasted is looked for by its beginning. */
const MOST_TERMS = 32;

/** What was typed, in pieces: `-from:ada`, `"two words"`, `word`. */
export function searchTokens(text: string): SearchToken[] {
  return [...text.matchAll(TOKEN)].map(({ 0: whole, 1: bareMinus, 2: bareName, 3: minus, 4: name, 5: phrase, 6: word, index }) => ({
    start: index,
    end: index + whole.length,
    filter: ((bareName ?? name)?.toLowerCase() as SearchFilterName | undefined) ?? null,
    value: phrase ?? word ?? '',
    quoted: phrase !== undefined,
    negated: (bareMinus ?? minus) !== undefined,
  }));
}

/** @param today for `today` and `yesterday` */
export function parseSearch(text: string, today: CalendarDay): SearchQuery {
  const query: SearchQuery = {
    ...{ terms: [], from: [], in: [], mentions: [], has: [], pinned: null, before: null, since: null, faults: [] },
  };
  for (const token of searchTokens(text)) {
    if (token.filter === null) addTerm(query, token);
    else if (!setFilter(query, token.filter, token, today)) query.faults.push(token);
  }
  return query;
}

/** Whether it asks for anything at all. */
export const isEmptySearch = ({ faults, ...query }: SearchQuery): boolean =>
  Object.values(query).every((part) => part === null || (Array.isArray(part) && part.length === 0));

/** Each once. */
function addTerm({ terms }: SearchQuery, { value, quoted, negated }: SearchToken): void {
  const term = { words: searchWords(value), quoted, negated };
  if (term.words.length === 0 || terms.length === MOST_TERMS || terms.some((held) => isSameTerm(held, term))) return;
  terms.push(term);
}

const isSameTerm = (one: SearchTerm, other: SearchTerm): boolean =>
  one.quoted === other.quoted && one.negated === other.negated && one.words.join(' ') === other.words.join(' ');

/** False where the value means nothing. */
function setFilter(query: SearchQuery, filter: SearchFilterName, { value, negated }: SearchToken, today: CalendarDay): boolean {
  const bare = value.replace(SIGIL, '');
  if (filter === 'from' || filter === 'in' || filter === 'mentions') return bare !== '' && query[filter].push({ value: bare, negated }) > 0;
  if (filter === 'has') {
    const kind = searchKinds.find((name) => name === value.toLowerCase());
    return kind !== undefined && query.has.push({ kind, negated }) > 0;
  }
  if (filter === 'is') {
    query.pinned = !negated;
    return value.toLowerCase() === 'pinned';
  }
  const period = negated ? null : periodOf(value, today);
  if (period && filter === 'before') query.before = earlier(query.before, period.from);
  else if (period) query.since = later(query.since, period.until);
  return period !== null;
}

/** The days that `2026`, `2026-11` or `2026-11-21` stands for; `until` is the day after. */
function periodOf(value: string, today: CalendarDay): { from: CalendarDay; until: CalendarDay } | null {
  if (value === 'today') return { from: today, until: dayOf(today.year, today.month, today.day + 1) };
  if (value === 'yesterday') return { from: dayOf(today.year, today.month, today.day - 1), until: today };
  const [, year = '', month, day] = DATE.exec(value) ?? [];
  if (year === '') return null;
  const numbers = [Number(year), Number(month ?? 1), Number(day ?? 1)] as const;
  const from = dayOf(...numbers);
  if (from.month !== numbers[1] || from.day !== numbers[2]) return null;
  if (day !== undefined) return { from, until: dayOf(from.year, from.month, from.day + 1) };
  return { from, until: month === undefined ? dayOf(from.year + 1, 1, 1) : dayOf(from.year, from.month + 1, 1) };
}

/** Day 0 is the last one of the month before, and so on. */
function dayOf(year: number, month: number, day: number): CalendarDay {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const order = ({ year, month, day }: CalendarDay): number => (year * 100 + month) * 100 + day;
const earlier = (one: CalendarDay | null, other: CalendarDay) => (one && order(one) < order(other) ? one : other);
const later = (one: CalendarDay | null, other: CalendarDay) => (one && order(one) > order(other) ? one : other);

/** The day that it is somewhere. @param zone an IANA time zone */
export function dayIn(zone: string, time: number): CalendarDay {
  const { year, month, day } = partsIn(zone, time);
  return { year, month, day };
}

/** Unix time in milliseconds of the midnight with which a day begins somewhere. @param zone an IANA time zone */
export function startOfDay({ year, month, day }: CalendarDay, zone: string): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const wall = date.getTime();
  // The offset of the moment itself, which differs from that of the first guess where clocks change in between.
  const guess = wall - offsetIn(zone, wall);
  return wall - offsetIn(zone, guess);
}

function offsetIn(zone: string, time: number): number {
  const { year, month, day, hour, minute, second } = partsIn(zone, time);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second) - Math.floor(time / 1_000) * 1_000;
}

function partsIn(zone: string, time: number) {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute'), second: of('second') };
}

/** `true` for what `Intl` knows as a time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** How a value of a filter is typed. */
export const filterText = (filter: SearchFilterName, value: string): string => `${filter}:${/\s/.test(value) ? `"${value}"` : value}`;
