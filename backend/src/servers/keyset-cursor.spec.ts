import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, pageOf } from './keyset-cursor.js';

const digits = (text: string) => /^\d+$/.test(text);
const position = { at: new Date('2026-11-21T09:35:00.123Z'), key: '251804722003968001' };

describe('keyset cursor', () => {
  it('comes back as it was, to the millisecond', () => {
    expect(decodeCursor(encodeCursor(position), digits)).toEqual(position);
  });

  it('is safe in a query string', () => {
    expect(encodeCursor({ ...position, key: '????>>>>' })).toMatch(/^[\w-]+$/);
  });

  it.each(['x', 'bm9uc2Vuc2U', encodeCursor({ ...position, key: "1'; --" }), Buffer.from('[1e300,"1"]').toString('base64url')])(
    'refuses what it did not make: %s',
    (cursor) => {
      expect(() => decodeCursor(cursor, digits)).toThrow(expect.objectContaining({ code: 'VALIDATION' }));
    },
  );
});

describe('pageOf', () => {
  const positionOf = (key: number) => ({ at: position.at, key: String(key) });

  it('has no cursor on the last page', () => {
    expect(pageOf([1, 2], 2, positionOf)).toEqual({ page: [1, 2], nextCursor: null });
    expect(pageOf([], 2, positionOf)).toEqual({ page: [], nextCursor: null });
  });

  it('points behind the last row of the page', () => {
    const { page, nextCursor } = pageOf([1, 2, 3], 2, positionOf);
    expect(page).toEqual([1, 2]);
    expect(decodeCursor(nextCursor ?? '', digits)).toEqual(positionOf(2));
  });
});
