import { describe, expect, it } from '@jest/globals';
import type { ReadState } from '@hearth/contract';
import { afterOwnMessage, deliverTo, emptyReadState, firstUnreadSeq, markUnread, mergeReadState, readTo, unreadCount } from './read-state';

const state = (rest: Partial<ReadState> = {}): ReadState => ({ ...emptyReadState('1'), ...rest });

describe('unread', () => {
  it.each([
    ['nothing read', state(), 5, 5, 1],
    ['some read', state({ lastReadSeq: 3 }), 5, 2, 4],
    ['all read', state({ lastReadSeq: 5 }), 5, 0, null],
    ['read further than was heard of', state({ lastReadSeq: 7 }), 5, 0, null],
    ['marked unread', state({ lastReadSeq: 5, markedUnreadSeq: 2 }), 5, 4, 2],
    ['marked where it is unread anyway', state({ lastReadSeq: 1, markedUnreadSeq: 4 }), 5, 4, 2],
    ['an empty channel', state(), 0, 0, null],
  ])('%s', (_, held, lastSeq, count, first) => {
    expect(unreadCount({ lastSeq }, held)).toBe(count);
    expect(firstUnreadSeq({ lastSeq }, held)).toBe(first);
  });
});

describe('positions', () => {
  it('only grow, and reading clears a mark and counts as received', () => {
    const held = state({ lastReadSeq: 4, lastDeliveredSeq: 6, markedUnreadSeq: 2 });
    expect(readTo(held, 3)).toEqual(state({ lastReadSeq: 4, lastDeliveredSeq: 6 }));
    expect(readTo(held, 8)).toEqual(state({ lastReadSeq: 8, lastDeliveredSeq: 8 }));
    expect(deliverTo(held, 5)).toBe(held);
    expect(deliverTo(held, 7).lastDeliveredSeq).toBe(7);
    expect(markUnread(held, 1)).toEqual({ ...held, markedUnreadSeq: 1 });
  });

  it('follow an own message only when nothing else was unread', () => {
    expect(afterOwnMessage(state({ lastReadSeq: 4 }), 5).lastReadSeq).toBe(5);
    expect(afterOwnMessage(state({ lastReadSeq: 3 }), 5).lastReadSeq).toBe(3);
    expect(afterOwnMessage(state({ lastReadSeq: 4, markedUnreadSeq: 2 }), 5).lastReadSeq).toBe(4);
  });

  it('of another device are merged, its mark counts', () => {
    const held = state({ lastReadSeq: 4, lastDeliveredSeq: 9 });
    const told = state({ lastReadSeq: 6, lastDeliveredSeq: 6, markedUnreadSeq: 3 });
    expect(mergeReadState(held, told)).toEqual(state({ lastReadSeq: 6, lastDeliveredSeq: 9, markedUnreadSeq: 3 }));
  });
});
