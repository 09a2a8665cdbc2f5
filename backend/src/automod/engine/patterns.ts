import { RE2JS, RE2JSException, RE2JSSyntaxException, RE2Set } from 're2js';
import { foldText } from './fold-text.js';
import { parseKeyword, type Keyword } from './keywords.js';

/**
 * Instructions of a compiled pattern, and of all patterns of one rule. Matching takes time in proportion to them at worst: 400 over a text
 * of the greatest length a few tens of milliseconds. What people write has 10 to 60.
 */
const MAX_SIZE = 250;
const MAX_SIZE_OF_RULE = 400;

/** Bytes that the states of one rule's automaton may fill before it goes on without keeping them. */
const STATES = 1 << 20;

const FLAGS = RE2JS.CASE_INSENSITIVE;
const MATCHES_LOOKED_AT = 20;

/** Why a pattern cannot be used; `index` is its place among those of the rule. */
export class PatternFault extends Error {
  constructor(
    message: string,
    readonly index: number,
  ) {
    super(message);
  }
}

/** The patterns of one rule, in RE2's syntax. @throws PatternFault */
export class PatternRule {
  private readonly patterns: RE2JS[];
  private readonly set = new RE2Set(RE2Set.UNANCHORED, FLAGS, STATES);
  private readonly allowed: Keyword[];

  constructor(patterns: readonly string[], allowed: readonly string[]) {
    this.patterns = patterns.map(compile);
    const size = this.patterns.reduce((sum, pattern) => sum + pattern.programSize(), 0);
    if (size > MAX_SIZE_OF_RULE) throw new PatternFault('the patterns of this rule are too complex together', patterns.length - 1);
    for (const pattern of patterns) this.set.add(pattern);
    this.set.compile();
    this.allowed = allowed.map((one) => parseKeyword(one));
  }

  /** The first piece of text that a pattern finds and that is not let through. */
  find(text: string): string | null {
    for (const index of this.set.match(text)) {
      const piece = this.piece(text, index);
      if (piece !== null) return piece;
    }
    return null;
  }

  private piece(text: string, index: number): string | null {
    let looked = 0;
    for (const [piece] of this.patterns[index]?.matchAll(text) ?? []) {
      looked += 1;
      // One pattern can find so much that to look at all of it would take long.
      if (looked > MATCHES_LOOKED_AT || !this.isAllowed(piece)) return piece;
    }
    return null;
  }

  private isAllowed(piece: string): boolean {
    const folded = foldText(piece).trim();
    return this.allowed.some(({ text, openStart, openEnd }) => {
      if (openStart) return openEnd ? folded.includes(text) : folded.endsWith(text);
      return openEnd ? folded.startsWith(text) : folded === text;
    });
  }
}

function compile(source: string, index: number): RE2JS {
  try {
    const pattern = RE2JS.compile(source, FLAGS);
    if (pattern.programSize() > MAX_SIZE) throw new PatternFault('this pattern is too complex', index);
    if (pattern.test('')) throw new PatternFault('this pattern finds something in every text', index);
    return pattern;
  } catch (fault) {
    if (fault instanceof RE2JSSyntaxException) throw new PatternFault(fault.getDescription(), index);
    if (fault instanceof RE2JSException) throw new PatternFault(fault.message, index);
    throw fault;
  }
}
