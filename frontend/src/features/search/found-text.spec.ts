import type { TextRange } from '@hearth/contract';
import { describe, expect, it } from '@jest/globals';
import { foundText } from './found-text';

/** With what is marked in square brackets of another kind, which nobody writes. */
function shown(content: string, word?: string): string {
  const at = word === undefined ? -1 : content.indexOf(word);
  const highlights: TextRange[] = word === undefined ? [] : [[at, at + word.length]];
  const found = foundText({ content, highlights });
  const [first] = found.highlights;
  if (!first) return found.content;
  const [start, end] = first;
  return `${found.content.slice(0, start)}⟦${found.content.slice(start, end)}⟧${found.content.slice(end)}`;
}

describe('what was found', () => {
  it('has none of the signs that shape it, and is marked where it was', () => {
    const list = '# What we need\n- flour, **a lot** of it\n- _salt_ and `yeast`';
    expect(shown(list, 'flour')).toBe('What we need\n• ⟦flour⟧, a lot of it\n• salt and yeast');
    expect(shown(list, 'lot')).toBe('What we need\n• flour, a ⟦lot⟧ of it\n• salt and yeast');
    expect(shown('so [the list](https://example.org/list) ends', 'list')).toBe('so the ⟦list⟧ ends');
    expect(shown('```ts\nlet it = 1;\n```', 'it')).toBe('let ⟦it⟧ = 1;\n');
  });

  it('keeps names, emoji and addresses as they are', () => {
    const text = '<@7> at https://example.org/a__b__c <:so_so:1>';
    expect(shown(text)).toBe(text);
  });

  it('hides what is hidden, be it what was looked for', () => {
    expect(shown('the end: ||the cat did it||')).toBe('the end: ▒▒▒');
    expect(shown('the end: ||cat|| and more', 'more')).toBe('the end: ▒▒▒ and ⟦more⟧');
  });

  it('begins near the first match', () => {
    expect(shown('one\ntwo\nthree\nfour\nwith bread', 'bread')).toBe('…with ⟦bread⟧');
    expect(shown('one\ntwo with bread', 'bread')).toBe('one\ntwo with ⟦bread⟧');
    expect(shown(`${'word '.repeat(60)}bread and more`, 'bread')).toBe(`…${'word '.repeat(11)}⟦bread⟧ and more`);
    expect(shown(`${'x'.repeat(200)}bread`, 'bread')).toBe('…⟦bread⟧');
  });
});
