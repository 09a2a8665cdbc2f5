import { describe, expect, it } from '@jest/globals';
import type { Receipt } from '@hearth/contract';
import { deliveryState, mergeReceipts } from './receipts';

const receipt = (userId: string, deliveredSeq: number, readSeq: number): Receipt => ({ userId, deliveredSeq, readSeq });

describe('mergeReceipts', () => {
  it('lets positions only grow, each by itself', () => {
    expect(mergeReceipts([receipt('a', 5, 2)], [receipt('a', 4, 3), receipt('b', 1, 0)])).toEqual([receipt('a', 5, 3), receipt('b', 1, 0)]);
  });
});

describe('deliveryState', () => {
  const state = (seq: number, receipts: Receipt[] | null) => deliveryState({ seq }, receipts, 'me');

  it('is what every other reader has reached', () => {
    const receipts = [receipt('a', 9, 5), receipt('b', 7, 3)];
    expect([3, 4, 7, 8].map((seq) => state(seq, receipts))).toEqual(['read', 'delivered', 'delivered', 'sent']);
  });

  it('takes what was read for delivered', () => {
    expect(state(4, [receipt('a', 0, 5), receipt('b', 4, 0)])).toBe('delivered');
  });

  it('does not count the own position', () => {
    expect(state(4, [receipt('me', 0, 0), receipt('a', 4, 0)])).toBe('delivered');
  });

  it('is sent where nobody else reads, or it is not told', () => {
    expect(state(1, [])).toBe('sent');
    expect(state(1, [receipt('me', 9, 9)])).toBe('sent');
    expect(state(1, null)).toBe('sent');
  });
});
