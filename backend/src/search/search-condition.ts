import { idAt, startOfDay, termPattern, type SearchQuery, type SearchTerm } from '@hearth/contract';
import { lexemes, partOf, queryTerms } from './search-document.js';
import type { SearchScope } from './search-scope.js';

/** Names of a query resolved to ids. Empty: nobody has that name. */
export interface ResolvedNames {
  from: string[];
  notFrom: string[];
  in: string[];
  notIn: string[];
  mentions: string[];
  notMentions: string[];
}

/** What of the index is asked for, besides the stretch of ids. */
export interface SearchCondition {
  /** A tsquery; null: any message. */
  terms: string | null;
  /** Whether few messages can match, however many there are: it names a word. */
  selective: boolean;
  /** What the body must hold besides, and what it must not. */
  patterns: string[];
  notPatterns: string[];
}

const quote = (lexeme: string): string => `'${lexeme.replaceAll(/['\\]/g, '$&$&')}'`;
const any = (all: readonly string[]): string => `(${all.map(quote).join('|')})`;
const not = (lexeme: string): string => `!${quote(lexeme)}`;

/** What is asked for as a part of words, and the words that hold it. */
export type WordsByPart = ReadonlyMap<string, readonly string[]>;

/** @param byPart for the mode `parts`; in the other one nothing is a part */
export function searchCondition(query: SearchQuery, names: ResolvedNames, scope: SearchScope, byPart: WordsByPart): SearchCondition {
  const held = query.terms.flatMap((term) => holding(term, byPart));
  const byWord = query.terms.filter((term) => holding(term, byPart).length === 0);
  const { wanted, unwanted } = { wanted: byWord.filter(({ negated }) => !negated), unwanted: byWord.filter(({ negated }) => negated) };
  const terms = [
    ...held.map(any),
    ...wanted.flatMap(({ words }) => words.flatMap((word) => queryTerms(word).terms.map(quote))),
    ...unwanted.filter(isExact).flatMap(({ words: [word = ''] }) => queryTerms(word).terms.map(not)),
    ...filters(query, names),
    ...(scope.lexemes && scope.lexemes.length > 0 ? [any(scope.lexemes)] : []),
  ];
  return {
    terms: terms.length > 0 ? [...new Set(terms)].join('&') : null,
    selective: wanted.length > 0 || held.length > 0,
    patterns: wanted.filter((term) => !isExact(term)).map((term) => termPattern(term, 'words')),
    notPatterns: unwanted.filter((term) => !isExact(term)).map((term) => termPattern(term, 'words')),
  };
}

/** The words of which one is to be there, in a list of one; an empty one where the term is no part. */
function holding(term: SearchTerm, byPart: WordsByPart): (readonly string[])[] {
  const words = byPart.get(partOf(term) ?? '');
  return words ? [words] : [];
}

/** Adds a condition to a tsquery. */
export const both = (one: string | null, other: string): string => (one === null ? other : `${one}&${other}`);

export const inSegments = (numbers: number[]): string => any(numbers.map(lexemes.segment));

/** Ids between which the messages of these days lie: the first from, the second below. */
export function idBounds({ since, before }: SearchQuery, zone: string): { from: string | null; below: string | null } {
  return {
    from: since && idFrom(startOfDay(since, zone)),
    below: before && idFrom(startOfDay(before, zone)),
  };
}

/** Ids end in the year 2094. */
const LAST_ID = 2n ** 63n - 1n;
const idFrom = (time: number): string => {
  const id = idAt(time);
  return BigInt(id) > LAST_ID ? LAST_ID.toString() : id;
};

/** The index alone says whether a message matches. */
const isExact = ({ words }: SearchTerm): boolean => words.length === 1 && words.every((word) => queryTerms(word).exact);

function filters(query: SearchQuery, names: ResolvedNames): string[] {
  return [
    ...(query.from.some(isPlain) ? [any(names.from.map(lexemes.author))] : []),
    ...(query.in.some(isPlain) ? [any(names.in.map(lexemes.channel))] : []),
    ...(query.mentions.some(isPlain) ? [any(names.mentions.map(lexemes.mention))] : []),
    ...names.notFrom.map((id) => not(lexemes.author(id))),
    ...names.notIn.map((id) => not(lexemes.channel(id))),
    ...names.notMentions.map((id) => not(lexemes.mention(id))),
    ...query.has.map(({ kind, negated }) => (negated ? not : quote)(lexemes.has(kind))),
    ...(query.pinned === null ? [] : [(query.pinned ? quote : not)(lexemes.pinned)]),
  ];
}

const isPlain = ({ negated }: { negated: boolean }): boolean => !negated;
