import { describe, expect, it } from '@jest/globals';
import { buildThread } from '@/features/channels/fixtures';
import { buildMessages } from '@/features/messages/fixtures';
import { inOrder, isWithin, rangesOf } from './cache';

const at = (minute: number) => `2026-11-21T09:${String(minute).padStart(2, '0')}:00.000Z`;
const post = (id: string, created: number, active: number | null, pinned = false) => {
  const thread = buildThread({ id, createdAt: at(created), lastMessageAt: active === null ? null : at(active) });
  return { ...thread, thread: { ...thread.thread, pinnedAt: pinned ? at(0) : null } as typeof thread.thread };
};
const namesOf = (threads: { id: string }[]) => threads.map(({ id }) => id);

describe('the order of threads', () => {
  const posts = [post('1', 1, 30), post('2', 2, null), post('3', 3, 5), post('4', 4, 6, true)];

  it('has the last activity first, or the newest, and what is pinned before all', () => {
    expect(namesOf(inOrder(posts, 'ACTIVITY', false))).toEqual(['4', '1', '3', '2']);
    expect(namesOf(inOrder(posts, 'CREATION', false))).toEqual(['4', '3', '2', '1']);
  });

  it('has what was archived last first, pinned or not', () => {
    const archived = posts.map((one, index) => ({ ...one, thread: { ...one.thread, archivedAt: at(index) } as typeof one.thread }));
    expect(namesOf(inOrder(archived, 'ACTIVITY', true))).toEqual(['4', '3', '2', '1']);
  });

  it('is that of the ids between equals', () => {
    expect(namesOf(inOrder([post('9', 1, 1), post('10', 1, 1)], 'ACTIVITY', false))).toEqual(['10', '9']);
  });
});

describe('the ranges in which threads are looked for', () => {
  it('are endless at ends that are known', () => {
    const [only, ...others] = rangesOf(buildMessages(1, 20), { hasOlder: false, atNewest: true });
    expect(others).toEqual([]);
    expect(only).toEqual({ from: '1', to: '9223372036854775807' });
  });

  it('stay the same while messages come at the end', () => {
    const ends = { hasOlder: true, atNewest: true };
    expect(rangesOf(buildMessages(12, 20), ends)).toEqual(rangesOf(buildMessages(12, 40), ends));
    expect(rangesOf(buildMessages(12, 120), ends)).toHaveLength(3);
    expect(rangesOf(buildMessages(12, 120), ends)[0]).toEqual(rangesOf(buildMessages(12, 140), ends)[0]);
  });

  it('end with what is held where the window does', () => {
    const messages = buildMessages(60, 70);
    expect(rangesOf(messages, { hasOlder: true, atNewest: false })).toEqual([{ from: messages[0]?.id, to: messages.at(-1)?.id }]);
    expect(rangesOf([], { hasOlder: false, atNewest: true })).toEqual([]);
  });

  it('count both bounds', () => {
    const range = { from: '9', to: '11' };
    expect(['8', '9', '11', '12'].map((id) => isWithin(buildThread({ id }), range))).toEqual([false, true, true, false]);
  });
});
