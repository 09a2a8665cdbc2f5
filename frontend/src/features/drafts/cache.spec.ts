import { expect, it } from '@jest/globals';
import type { Draft } from '@hearth/contract';
import { applyReady, changedChannels } from './cache';

const draft = (channelId: string, second: number): Draft => ({
  channelId,
  content: `in ${channelId}`,
  replyToId: null,
  updatedAt: new Date(second * 1_000).toISOString(),
});
const byChannel = (...drafts: Draft[]) => Object.fromEntries(drafts.map((each) => [each.channelId, each]));
const never = () => false;

it('holds what is told, and nothing else', () => {
  const held = byChannel(draft('a', 1), draft('b', 2));
  expect(applyReady(held, [draft('b', 3)], 10, never)).toEqual(byChannel(draft('b', 3)));
});

it('keeps older ones where no more are told', () => {
  const held = byChannel(draft('a', 1), draft('b', 5));
  expect(applyReady(held, [draft('d', 4), draft('c', 3)], 2, never)).toEqual(byChannel(draft('a', 1), draft('d', 4), draft('c', 3)));
});

it('keeps what is newer than what is told', () => {
  const held = byChannel(draft('a', 5));
  expect(applyReady(held, [draft('a', 4)], 10, () => true)).toEqual(held);
});

it('names the channels of which something else is held', () => {
  const before = byChannel(draft('a', 1), draft('b', 1), draft('c', 1));
  expect(changedChannels(before, byChannel(draft('a', 1), draft('b', 2), draft('d', 1)))).toEqual(['b', 'c', 'd']);
});
