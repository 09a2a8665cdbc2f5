import { setImmediate } from 'node:timers/promises';
import type { Keyword } from './keywords.js';
import { WordBorders } from './word-borders.js';

/** Called with where a keyword stands; `end` is behind its last character. Answers whether that is enough. */
type Found = (keyword: Keyword, start: number, end: number) => boolean;

const ROOT = 0;
/** Other work gets its turn after so many states, which take a few milliseconds. */
const STATES_AT_ONCE = 20_000;

/**
 * All keywords in one automaton, so that a text is read once however many there are (Aho and Corasick, 1975). A state is what was read
 * last as far as it begins a keyword; where no keyword goes on it falls back to its longest ending that begins one.
 */
export class KeywordIndex {
  private readonly alphabet = new Map<number, number>();
  /** From state and letter to state. */
  private readonly next = new Map<number, number>();
  /** The keywords that end in a state. */
  private readonly endings = new Map<number, Keyword[]>();
  /** Of each state: by which letter it was reached from where. */
  private readonly parents: number[] = [ROOT];
  private readonly letters: number[] = [ROOT];
  private fallback = new Int32Array(1);
  /** The nearest state on the way of falling back in which keywords end; the root for none. */
  private shorter = new Int32Array(1);

  private constructor(keywords: readonly Keyword[]) {
    for (const { text } of keywords) this.learn(text);
  }

  static async build(keywords: readonly Keyword[]): Promise<KeywordIndex> {
    const index = new KeywordIndex(keywords);
    for (let begun = 0; begun < keywords.length; begun += 1_000) {
      for (const keyword of keywords.slice(begun, begun + 1_000)) index.insert(keyword);
      await setImmediate();
    }
    await index.link();
    return index;
  }

  search(text: string, found: Found): void {
    if (this.endings.size === 0) return;
    const borders = new WordBorders(text);
    let state = ROOT;
    for (let position = 0; position < text.length; position += 1) {
      const letter = this.alphabet.get(text.charCodeAt(position));
      state = letter === undefined ? ROOT : this.follow(state, letter);
      for (let ending = this.endings.has(state) ? state : at(this.shorter, state); ending !== ROOT; ending = at(this.shorter, ending)) {
        if (this.report(ending, position + 1, borders, found)) return;
      }
    }
  }

  private report(state: number, end: number, borders: WordBorders, found: Found): boolean {
    for (const keyword of this.endings.get(state) ?? []) {
      const start = end - keyword.text.length;
      const isWhole = (keyword.openStart || !borders.isInside(start)) && (keyword.openEnd || !borders.isInside(end));
      if (isWhole && found(keyword, start, end)) return true;
    }
    return false;
  }

  private learn(text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (!this.alphabet.has(code)) this.alphabet.set(code, this.alphabet.size);
    }
  }

  private insert(keyword: Keyword): void {
    let state = ROOT;
    for (let index = 0; index < keyword.text.length; index += 1) {
      state = this.child(state, this.alphabet.get(keyword.text.charCodeAt(index)) ?? 0);
    }
    const ending = this.endings.get(state);
    if (ending) ending.push(keyword);
    else this.endings.set(state, [keyword]);
  }

  private child(parent: number, letter: number): number {
    const edge = this.edge(parent, letter);
    const known = this.next.get(edge);
    if (known !== undefined) return known;
    const state = this.parents.push(parent) - 1;
    this.letters.push(letter);
    this.next.set(edge, state);
    return state;
  }

  // The shallow ones first: a state falls back to one that is shallower than itself.
  private async link(): Promise<void> {
    this.fallback = new Int32Array(this.parents.length);
    this.shorter = new Int32Array(this.parents.length);
    let done = 0;
    for (const states of this.byDepth()) {
      for (const state of states) {
        const parent = at(this.parents, state);
        const fallback = parent === ROOT ? ROOT : this.follow(at(this.fallback, parent), at(this.letters, state));
        this.fallback[state] = fallback;
        this.shorter[state] = this.endings.has(fallback) ? fallback : at(this.shorter, fallback);
        done += 1;
        if (done % STATES_AT_ONCE === 0) await setImmediate();
      }
    }
  }

  /** The states that are one letter deep, then those of two, and so on. The parent of a state stands before it. */
  private byDepth(): number[][] {
    const depths = new Uint16Array(this.parents.length);
    const levels: number[][] = [];
    for (let state = 1; state < this.parents.length; state += 1) {
      const depth = at(depths, at(this.parents, state)) + 1;
      depths[state] = depth;
      (levels[depth - 1] ??= []).push(state);
    }
    return levels;
  }

  private follow(from: number, letter: number): number {
    for (let state = from; ; state = at(this.fallback, state)) {
      const next = this.next.get(this.edge(state, letter));
      if (next !== undefined) return next;
      if (state === ROOT) return ROOT;
    }
  }

  private edge(state: number, letter: number): number {
    return state * this.alphabet.size + letter;
  }
}

/** An entry that is known to be there. */
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? ROOT;
