// Scripts that put no spaces between words have no borders that could be looked for.
const WORD = /[[\p{L}\p{M}\p{N}_]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]/v;

/** Where the words of a text end. Each place is looked at once, however often it is asked for. */
export class WordBorders {
  private readonly known: Int8Array;

  constructor(private readonly text: string) {
    this.known = new Int8Array(text.length + 1);
  }

  /** Whether letters of one word stand on both sides of a place. */
  isInside(position: number): boolean {
    if (this.known[position] === 0) this.known[position] = this.look(position) ? 1 : -1;
    return this.known[position] === 1;
  }

  private look(position: number): boolean {
    const after = this.text.codePointAt(position);
    const before = this.codePointBefore(position);
    return before !== undefined && after !== undefined && isWord(before) && isWord(after);
  }

  private codePointBefore(position: number): number | undefined {
    const last = this.text.codePointAt(position - 1);
    const isLowHalf = last !== undefined && last >= 0xdc00 && last <= 0xdfff;
    return isLowHalf ? this.text.codePointAt(position - 2) : last;
  }
}

const isWord = (codePoint: number): boolean => WORD.test(String.fromCodePoint(codePoint));
