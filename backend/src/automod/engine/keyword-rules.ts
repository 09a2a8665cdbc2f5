import { KeywordIndex } from './keyword-index.js';
import { parseKeyword, type Keyword } from './keywords.js';

/** What one rule looks for, and what it lets through. */
export interface KeywordList {
  keywords: readonly string[];
  allowed: readonly string[];
}

/** The keywords of many rules, each of which is called by its place in the list. */
export class KeywordRules {
  private constructor(
    /** How many rules have any. */
    private readonly owners: number,
    private readonly keywords: KeywordIndex,
    private readonly allowed: KeywordIndex,
  ) {}

  static async build(lists: readonly KeywordList[]): Promise<KeywordRules> {
    const keywords = await KeywordIndex.build(lists.flatMap((list, owner) => parseAll(list.keywords, owner)));
    const allowed = await KeywordIndex.build(lists.flatMap((list, owner) => parseAll(list.allowed, owner)));
    return new KeywordRules(lists.filter((list) => list.keywords.length > 0).length, keywords, allowed);
  }

  /** For each rule that finds something the first piece of text that it finds. */
  find(folded: string): Map<number, string> {
    const covers = this.covers(folded);
    const found = new Map<number, string>();
    this.keywords.search(folded, ({ owner }, start, end) => {
      const covered = covers.get(owner)?.[start] ?? 0;
      if (covered < end && !found.has(owner)) found.set(owner, folded.slice(start, end));
      return found.size === this.owners;
    });
    return found;
  }

  /** For each rule that lets something of the text through: how far what begins at a place or before it is let through. */
  private covers(folded: string): Map<number, Int32Array> {
    const covers = new Map<number, Int32Array>();
    this.allowed.search(folded, ({ owner }, start, end) => {
      const reach = covers.get(owner) ?? new Int32Array(folded.length);
      covers.set(owner, reach);
      reach[start] = Math.max(reach[start] ?? 0, end);
      return false;
    });
    for (const reach of covers.values()) {
      for (let place = 1; place < reach.length; place += 1) reach[place] = Math.max(reach[place] ?? 0, reach[place - 1] ?? 0);
    }
    return covers;
  }
}

const parseAll = (written: readonly string[], owner: number): Keyword[] =>
  written.map((one) => parseKeyword(one, owner)).filter(({ text }) => text !== '');
