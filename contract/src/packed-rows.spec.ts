import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packRows, unpackRows } from './packed-rows.js';

const rows = Array.from({ length: 60 }, (_, id) => ({ id }));
const block = fc.shuffledSubarray(rows, { maxLength: 50 });

describe('packRows', () => {
  it('is undone by unpackRows, whatever came, went and moved', () => {
    fc.assert(fc.property(block, block, (before, after) => expect(unpackRows(before, packRows(before, after))).toEqual(after)));
  });

  it('says nothing twice: one that came pushes the others on', () => {
    const [newcomer, ...before] = rows.slice(0, 51);
    expect(packRows(before, [newcomer!, ...before.slice(0, 49)])).toEqual([newcomer, [0, 49]]);
  });

  it('sends whom it does not know, and who changed', () => {
    const changed = { id: 1 };
    expect(packRows([], rows.slice(0, 2))).toEqual(rows.slice(0, 2));
    expect(packRows(rows.slice(0, 3), [rows[0]!, changed, rows[2]!])).toEqual([[0, 1], changed, [2, 1]]);
  });
});

describe('unpackRows', () => {
  it('does not invent rows', () => {
    expect(unpackRows(rows.slice(0, 2), [[1, 5]])).toEqual([rows[1]]);
  });
});
