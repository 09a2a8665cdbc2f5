import { describe, expect, it } from '@jest/globals';
import { fillSlots, namedIn, partsOf, readDialogue, tellings } from './script.js';

const dialogue = ['a: [Ash|Oak|Elm] for {c}?', 'kenji*: [Yes|No]\n\n- really', 'b-: never mind'];

describe('a dialogue', () => {
  it('can be told as often as its richest line has variants', () => {
    expect(tellings(dialogue)).toBe(3);
    expect(tellings(['a: once', 'b: [ ] is no variant, [link](https://example.org) neither'])).toBe(1);
  });

  it('differs from one telling to the next', () => {
    const told = [0, 1, 2].map((telling) => readDialogue(dialogue, telling).map(({ text }) => text));
    expect(told).toEqual([
      ['Ash for {c}?', 'Yes\n\n- really', 'never mind'],
      ['Oak for {c}?', 'No\n\n- really', 'never mind'],
      ['Elm for {c}?', 'Yes\n\n- really', 'never mind'],
    ]);
  });

  it('says who speaks and what becomes of it', () => {
    expect(readDialogue(dialogue, 0).map(({ speaker, fate }) => [speaker, fate])).toEqual([
      ['a', 'stays'],
      ['kenji', 'edited'],
      ['b', 'deleted'],
    ]);
    expect(partsOf(dialogue)).toEqual(['a', 'b', 'c']);
    expect(namedIn(dialogue)).toEqual(['kenji']);
  });

  it('is refused when a line has no speaker or no text', () => {
    expect(() => readDialogue(['Hello'], 0)).toThrow('Hello');
    expect(() => readDialogue(['a: '], 0)).toThrow('a: ');
  });
});

describe('slots', () => {
  it('take names and days of the week', () => {
    const saturday = new Date(2026, 10, 21, 23);
    const text = fillSlots('{a}, on {day+0} or {day+2}? `{x}`', saturday, (letter) => `<${letter}>`);
    expect(text).toBe('<a>, on Saturday or Monday? `{x}`');
  });
});
