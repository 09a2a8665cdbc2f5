import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Me } from '@hearth/contract';
import { queryClient } from '@/api';
import { me } from '@/features/users';
import { ada, ben, buildMessage } from './fixtures';
import { mentionsMe } from './mentioned';

beforeEach(() => me.set({ ...ben } as Me));
afterEach(() => queryClient.clear());

it.each([
  ['by name', { mentions: [ada, ben] }, true],
  ['with everybody', { mentionEveryone: true as const }, true],
  ['not where another is named', { mentions: [ada] }, false],
  ['not by themselves', { author: ben, mentions: [ben] }, false],
  [
    'not by a copy, which names whom the original called',
    { mentions: [ben], origin: { serverId: '20', serverName: 'Makers', channelId: '21', channelName: 'news', messageId: '22' } },
    false,
  ],
  [
    'not by what was forwarded',
    { mentions: [ben], forward: { channelId: '21', serverId: null, messageId: '22', seq: 1, createdAt: '2026-01-01T00:00:00.000Z' } },
    false,
  ],
])('the reader is called %s', (_, message, isCalled) => {
  expect(mentionsMe(buildMessage({ seq: 1, ...message }))).toBe(isCalled);
});
