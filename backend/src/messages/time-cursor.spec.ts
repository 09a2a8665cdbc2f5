import { describe, expect, it } from '@jest/globals';
import { decodeTimeCursor, encodeTimeCursor } from './time-cursor.js';

describe('where a list goes on', () => {
  it('is what it was', () => {
    const at = new Date('2026-11-21T10:00:00.123Z');
    expect(decodeTimeCursor(encodeTimeCursor(at, '42'))).toEqual({ at: at.toISOString(), id: '42' });
    expect(decodeTimeCursor(undefined)).toEqual({ at: 'infinity', id: '1' });
  });

  it.each(['', '1', '_1', '1_', '1_0', '1_1_1', '999999999999999_1', '-1_1', '1_99999999999999999999', 'x_1'])('is not %j', (cursor) => {
    expect(() => decodeTimeCursor(cursor)).toThrow(expect.objectContaining({ code: 'VALIDATION' }));
  });
});
