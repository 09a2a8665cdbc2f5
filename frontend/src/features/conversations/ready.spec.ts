import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { Conversation, Problem } from '@hearth/contract';
import { QueryObserver } from '@tanstack/react-query';
import * as api from '@/api';
import { buildChannel } from '@/features/channels/fixtures';
import { buildMessage } from '@/features/messages/fixtures';
import { someTurns } from '../../../test/turns';

/** What the server has, by id; everything else is gone. */
let there: Record<string, Conversation>;
let asked: string[];

jest.unstable_mockModule('@/api', () => ({ ...api, call }));
const { CONVERSATIONS, channelsOf } = await import('@/features/channels');
const { conversations } = await import('./cache');
const { holdConversations, holdReady, oneKey, pagesKey } = await import('./client');

const { queryClient } = api;
const ends: (() => void)[] = [];

const ARCHIVED = '2026-11-20T00:00:00.000Z';

const build = (id: string, version = 0, archivedAt: string | null = null): Conversation => ({
  channel: buildChannel({ id, version, serverId: null, type: 'DM' }),
  lastMessage: version === 0 ? null : { ...buildMessage({ seq: version }), channelId: id },
  receipts: null,
  pinnedAt: null,
  archivedAt,
  mutedUntil: null,
});

function call(_name: string, { params: { channelId } }: { params: { channelId: string } }): Promise<Conversation> {
  asked.push(channelId);
  const conversation = there[channelId];
  return conversation ? Promise.resolve(conversation) : Promise.reject(new api.ApiError({ code: 'NOT_FOUND' } as Problem));
}

/** As a screen does. @param page what the list answers with */
function watch(queryKey: readonly unknown[], page?: () => Conversation[]): void {
  const queryFn = () => {
    holdConversations(page?.() ?? []);
    return null;
  };
  queryClient.setQueryData(queryKey, null);
  ends.push(new QueryObserver(queryClient, { queryKey, queryFn, enabled: page !== undefined }).subscribe(() => undefined));
}

const heldIds = () => Object.keys(conversations.get()).toSorted();

beforeEach(() => {
  there = {};
  asked = [];
});

afterEach(() => {
  for (const end of ends.splice(0)) end();
  queryClient.clear();
});

it('leaves the pages of a list on screen there until they are loaded anew, and asks for what is on none', async () => {
  const further = build('3', 2);
  holdConversations([build('1'), build('2', 1), further, build('4')]);
  there = { '3': further };
  watch(pagesKey(false), () => [build('1'), build('2', 5)]);
  holdReady([build('1')]);
  expect(heldIds()).toEqual(['1', '2', '3', '4']);
  await someTurns();
  expect(heldIds()).toEqual(['1', '2', '3']);
  expect(conversations.get()['2']?.version).toBe(5);
  expect(asked).toEqual(['3', '4']);
  expect(
    channelsOf(CONVERSATIONS)
      .get()
      .map(({ id }) => id),
  ).toEqual(['1', '2', '3']);
});

it('leaves the archive there while it is on screen', async () => {
  const old = build('2', 1, ARCHIVED);
  holdConversations([build('1'), old, build('3')]);
  watch(pagesKey(true), () => [old]);
  holdReady([build('1')]);
  expect(heldIds()).toEqual(['1', '2']);
  await someTurns();
  expect(heldIds()).toEqual(['1', '2']);
});

it('asks for the one that is open', async () => {
  holdConversations([build('1'), build('2', 1, ARCHIVED)]);
  there = { '2': build('2', 7, ARCHIVED) };
  watch(oneKey('2'));
  holdReady([build('1')]);
  expect(heldIds()).toEqual(['1', '2']);
  await someTurns();
  expect(conversations.get()['2']?.lastMessage?.seq).toBe(7);
  expect(asked).toEqual(['2']);
});

it('forgets what is on no screen', async () => {
  holdConversations([build('1'), build('2'), build('3', 1, ARCHIVED)]);
  holdReady([build('1')]);
  await someTurns();
  expect(heldIds()).toEqual(['1']);
  expect(asked).toEqual([]);
});
