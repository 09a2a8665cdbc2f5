import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Channel,
  type Conversation,
  defaultSettings,
  type Draft,
  type JoinedServer,
  type Member,
  type Message,
  type Presence,
  type ReadState,
  type Ready,
  type Receipt,
  type Relationship,
  type Role,
  type ServerPayload,
  type SingleServerEventName,
  singleServerEvents,
} from '@hearth/contract';
import { liveKey, queryClient } from '@/api';
import { holdChannel } from '@/features/channels';
import { buildChannel, buildThread } from '@/features/channels/fixtures';
import { closeMessages } from '@/features/messages';
import { fromPage } from '@/features/messages/cache';
import { ada, ben, buildMessage, buildMessages } from '@/features/messages/fixtures';
import { useProgressStore } from '@/features/moderation';
import { resetTyping } from '@/features/presence';
import { usePresenceStore } from '@/features/presence/presence-store';
import { useTypingStore } from '@/features/presence/typing-store';
import { buildRelationship } from '@/features/relationships/fixtures';
import { buildMember, buildServer } from '@/features/servers/fixtures';
import { handle } from '@/realtime/handlers';
import { eventHandlers } from './event-handlers';

/** What the server has, as far as this app holds it. */
interface World {
  ready: Ready;
  messages: Message[];
  members: Member[];
  receipts: Receipt[];
  /** Threads that are looked at without being joined. */
  looked?: Channel[];
}

const [adaMember, benMember] = [ada, ben].map((user) => buildMember({ user })) as [Member, Member];
const channel = buildChannel({ id: '1', lastSeq: 2, version: 2 });
const server = buildServer({ id: '10', channels: [channel], me: adaMember });
const readState: ReadState = { channelId: '1', lastReadSeq: 2, lastDeliveredSeq: 2, markedUnreadSeq: null };
const benOnline: Presence = { userId: ben.id, status: 'online', lastSeenAt: null, text: '', textExpiresAt: null };

const benBlocked: Relationship = { user: ben, type: 'BLOCKED', ignored: false, createdAt: '2026-11-21T08:00:00.000Z' };

const dm: Conversation = {
  channel: buildChannel({ id: '5', serverId: null, type: 'DM', name: '', recipients: [ada, ben] }),
  lastMessage: null,
  receipts: null,
  pinnedAt: null,
  archivedAt: null,
  mutedUntil: null,
};

const draft: Draft = { channelId: '5', content: 'Half a', replyToId: null, updatedAt: '2026-11-21T09:30:00.000Z' };

const ready: Ready = {
  user: {
    ...ada,
    bio: '',
    pronouns: '',
    bannerColor: null,
    banner: null,
    createdAt: '2026-11-21T09:00:00.000Z',
    email: null,
    isAdmin: false,
    status: 'online',
    statusText: '',
    statusExpiresAt: null,
  },
  sessionId: '77',
  servers: [server],
  readStates: [readState],
  mentions: [],
  presences: [benOnline],
  relationships: [benBlocked],
  conversations: [dm],
  drafts: [draft],
  threads: [],
  settings: defaultSettings,
};

const before: World = {
  ready,
  messages: buildMessages(1, 2),
  members: [adaMember, benMember],
  receipts: [{ userId: ben.id, deliveredSeq: 1, readSeq: 1 }],
};

const MEMBERS = ['members', server.id];
const RECEIPTS = ['receipts', channel.id];
const SESSIONS = ['sessions'];
const CONVERSATION = liveKey('conversation', channel.id);

/** Loads a world as a page that was just opened does. */
function open(world: World): void {
  queryClient.clear();
  usePresenceStore.setState({}, true);
  eventHandlers.ready(world.ready);
  world.looked?.forEach(holdChannel);
  const held = world.ready.servers.flatMap(({ channels }) => channels).find(({ id }) => id === channel.id);
  if (held) {
    queryClient.setQueryData(CONVERSATION, fromPage(channel.id, { messages: world.messages, hasMore: false }, held.version, 'newest'));
    queryClient.setQueryData(RECEIPTS, world.receipts);
  }
  if (world.ready.servers.some(({ id }) => id === server.id)) {
    queryClient.setQueryData(MEMBERS, { pages: [{ members: world.members, nextCursor: null }], pageParams: [undefined] });
  }
}

/** Everything held that the server owns; who is offline counts as not known. */
function snapshot(): unknown {
  const queries = queryClient.getQueryCache().getAll();
  const held = queries.map(({ queryKey, state }): [string, unknown] => [JSON.stringify(queryKey), state.data]);
  const isThere = ([, data]: [string, unknown]) => data !== undefined && JSON.stringify(data) !== '[]';
  const here = Object.values(usePresenceStore.getState()).filter(({ status }) => status !== 'offline');
  return { held: Object.fromEntries(held.filter(isThere).sort()), here };
}

interface Case<N extends SingleServerEventName> {
  payload: ServerPayload<N>;
  /** What there was; the same for all if left out. */
  from?: World;
  /** What a fresh fetch answers afterwards. */
  after: World;
}

const withServer = (change: Partial<JoinedServer>): World => ({ ...before, ready: { ...ready, servers: [{ ...server, ...change }] } });
const withReady = (change: Partial<Ready>): World => ({ ...before, ready: { ...ready, ...change } });
const withChannel = (change: Partial<typeof channel>) => withServer({ channels: [{ ...channel, ...change }] });
const withPosted = ({ seq, createdAt }: Message) => withChannel({ lastSeq: seq, version: seq, lastMessageAt: createdAt });
const serverOnly = ({ id, name, icon, banner, ownerId, memberCount, description, verificationLevel, roles, createdAt }: JoinedServer) => ({
  id,
  name,
  icon,
  banner,
  ownerId,
  memberCount,
  description,
  verificationLevel,
  roles,
  createdAt,
});

const changed = (message: Message) => ({ channelId: channel.id, version: message.version, message });
const theirs = buildMessage({ seq: 3, author: ben });
const own = buildMessage({ seq: 3, nonce: '0d7c4bb0-6f55-4b5e-9d3e-2b2d0c8f3f10' });
const edited = buildMessage({ seq: 1, version: 3, content: 'edited', editedAt: '2026-11-21T10:00:00.000Z' });
const removed = buildMessage({ seq: 1, version: 3, content: '', deletedAt: '2026-11-21T10:00:00.000Z' });

const everyone = server.roles[0] as Role;
const painter: Role = { id: '30', name: 'Painter', color: 0xff0000, hoist: true, mentionable: false, position: 1, permissions: '0' };
const second = buildServer({
  id: '20',
  channels: [buildChannel({ id: '2', serverId: '20', lastSeq: 9, version: 9 })],
  me: buildMember({ user: ada, serverId: '20', joinedAt: '2026-11-21T11:00:00.000Z' }),
});
const secondReadState: ReadState = { channelId: '2', lastReadSeq: 9, lastDeliveredSeq: 9, markedUnreadSeq: null };
const voice = buildChannel({ id: '3', type: 'VOICE', position: 1 });
const thread = buildThread({ id: '4', parentId: '1', lastSeq: 3, version: 3 });
const threadReadState: ReadState = { channelId: '4', lastReadSeq: 3, lastDeliveredSeq: 3, markedUnreadSeq: null };
const cleo = buildMember({ userId: '103' });
const cleoFriend = buildRelationship({ id: '103' });
const renamed = { ...ben, displayName: 'Benjamin' };
const withRenamed: Partial<Ready> = { conversations: [{ ...dm, channel: { ...dm.channel, recipients: [ada, renamed] } }] };
const nobody: World = { ...before, ready: { ...ready, servers: [], readStates: [] } };

/** They change what passes, or only say that something is to be loaded anew. */
const passing = [
  'typing',
  'member:list',
  'session:revoked',
  'report:update',
  'moderation:progress',
  'scheduled:update',
  'reminder:update',
  'reminder:fire',
  'expression:create',
  'expression:update',
  'expression:delete',
] as const;
type Passing = (typeof passing)[number];

/** Every event that changes what is held: a forgotten one does not compile. */
const cases: { [N in Exclude<SingleServerEventName, Passing>]: Case<N>[] } = {
  ready: [{ payload: nobody.ready, after: nobody }],
  'message:new': [
    { payload: changed(theirs), after: { ...withPosted(theirs), messages: [...before.messages, theirs] } },
    {
      payload: changed(own),
      after: {
        ...withPosted(own),
        ready: {
          ...withPosted(own).ready,
          readStates: [{ ...readState, lastReadSeq: 3, lastDeliveredSeq: 3 }],
        },
        messages: [...before.messages, own],
      },
    },
  ],
  'message:update': [{ payload: changed(edited), after: { ...withChannel({ version: 3 }), messages: [edited, buildMessage({ seq: 2 })] } }],
  'message:delete': [
    { payload: changed(removed), after: { ...withChannel({ version: 3 }), messages: [removed, buildMessage({ seq: 2 })] } },
  ],
  'message:mark': [
    {
      payload: { messageId: '1001', channelId: '1', seq: 1, starred: true, hidden: false },
      after: { ...before, messages: [buildMessage({ seq: 1, starred: true }), buildMessage({ seq: 2 })] },
    },
  ],
  'message:bulk-delete': [
    {
      payload: { channelId: '1', ids: ['1001'], seqs: [1], fromVersion: 3, version: 3, deletedAt: '2026-11-21T10:00:00.000Z' },
      after: { ...withChannel({ version: 3 }), messages: [removed, buildMessage({ seq: 2 })] },
    },
  ],
  'channel:versions': [
    {
      payload: { channels: [{ channelId: '1', version: 2, lastSeq: 2 }] },
      after: before,
    },
  ],
  'channel:receipts': [
    {
      payload: { channelId: '1', receipts: [{ userId: ben.id, deliveredSeq: 2, readSeq: 1 }] },
      after: { ...before, receipts: [{ userId: ben.id, deliveredSeq: 2, readSeq: 1 }] },
    },
  ],
  'channel:read': [
    {
      payload: { ...readState, markedUnreadSeq: 1 },
      after: withReady({ readStates: [{ ...readState, markedUnreadSeq: 1 }] }),
    },
  ],
  presence: [
    { payload: { ...benOnline, status: 'dnd' }, after: withReady({ presences: [{ ...benOnline, status: 'dnd' }] }) },
    { payload: { ...benOnline, status: 'offline', lastSeenAt: '2026-11-21T10:00:00.000Z' }, after: withReady({ presences: [] }) },
  ],
  'server:create': [{ payload: second, after: withReady({ servers: [server, second], readStates: [readState, secondReadState] }) }],
  'server:update': [{ payload: { ...serverOnly(server), name: 'Renamed' }, after: withServer({ name: 'Renamed' }) }],
  'server:delete': [{ payload: { serverId: server.id }, after: nobody }],
  'channel:create': [{ payload: voice, after: withServer({ channels: [channel, voice] }) }],
  'channel:update': [{ payload: { ...channel, topic: 'new' }, after: withChannel({ topic: 'new' }) }],
  'channel:delete': [
    {
      payload: { serverId: server.id, channelId: channel.id },
      after: { ...withServer({ channels: [] }), ready: { ...withServer({ channels: [] }).ready, readStates: [] } },
    },
  ],
  'channel:join': [
    {
      payload: { channel: thread, readState: threadReadState },
      after: withReady({ threads: [thread], readStates: [readState, threadReadState] }),
    },
  ],
  'channel:leave': [
    {
      payload: { channelId: thread.id },
      from: withReady({ threads: [thread], readStates: [readState, threadReadState] }),
      after: { ...before, looked: [thread] },
    },
  ],
  'member:add': [{ payload: cleo, after: { ...before, members: [adaMember, benMember, cleo] } }],
  'member:update': [
    { payload: { ...benMember, nickname: 'B' }, after: { ...before, members: [adaMember, { ...benMember, nickname: 'B' }] } },
    {
      payload: { ...adaMember, nickname: 'A' },
      after: { ...withServer({ me: { ...adaMember, nickname: 'A' } }), members: [{ ...adaMember, nickname: 'A' }, benMember] },
    },
  ],
  'member:remove': [{ payload: { serverId: server.id, userId: ben.id }, after: { ...before, members: [adaMember] } }],
  'user:update': [
    {
      payload: renamed,
      after: {
        ...withReady({ ...withRenamed, relationships: [{ ...benBlocked, user: renamed }] }),
        members: [adaMember, { ...benMember, user: renamed }],
      },
    },
  ],
  'relationship:update': [
    { payload: cleoFriend, after: withReady({ relationships: [benBlocked, cleoFriend] }) },
    { payload: { ...benBlocked, ignored: true }, after: withReady({ relationships: [{ ...benBlocked, ignored: true }] }) },
    { payload: { ...benBlocked, type: null }, after: withReady({ relationships: [] }) },
  ],
  'conversation:update': [
    {
      payload: { channelId: dm.channel.id, pinnedAt: '2026-11-21T11:00:00.000Z', archivedAt: null, mutedUntil: null },
      after: withReady({ conversations: [{ ...dm, pinnedAt: '2026-11-21T11:00:00.000Z' }] }),
    },
  ],
  'draft:update': [
    {
      payload: { ...draft, content: 'Half a sentence', updatedAt: '2026-11-21T11:00:00.000Z' },
      after: withReady({ drafts: [{ ...draft, content: 'Half a sentence', updatedAt: '2026-11-21T11:00:00.000Z' }] }),
    },
    { payload: { ...draft, content: '', updatedAt: '2026-11-21T11:00:00.000Z' }, after: withReady({ drafts: [] }) },
  ],
  'role:create': [{ payload: { serverId: server.id, role: painter }, after: withServer({ roles: [...server.roles, painter] }) }],
  'role:update': [
    {
      payload: { serverId: server.id, role: { ...everyone, permissions: '1024' } },
      after: withServer({ roles: [{ ...everyone, permissions: '1024' }] }),
    },
  ],
  'role:delete': [
    {
      from: withServer({ roles: [everyone, painter] }),
      payload: { serverId: server.id, roleId: painter.id },
      after: before,
    },
  ],
  'role:order': [
    {
      from: withServer({ roles: [everyone, painter] }),
      payload: {
        serverId: server.id,
        roles: [
          { id: everyone.id, position: 0 },
          { id: painter.id, position: 3 },
        ],
      },
      after: withServer({ roles: [everyone, { ...painter, position: 3 }] }),
    },
  ],
  'me:update': [{ payload: { ...ready.user, bio: 'new' }, after: withReady({ user: { ...ready.user, bio: 'new' } }) }],
  'settings:update': [
    { payload: { ...ready.settings, theme: 'dark' }, after: withReady({ settings: { ...ready.settings, theme: 'dark' } }) },
  ],
};

beforeEach(() => {
  resetTyping();
  open(before);
});

afterEach(() => {
  closeMessages();
  queryClient.clear();
});

function expectEquivalent<N extends keyof typeof cases>(name: N): void {
  for (const { payload, after, from = before } of cases[name] as Case<N>[]) {
    open(from);
    handle(eventHandlers, name, payload);
    const applied = snapshot();
    open(after);
    expect(applied).toEqual(snapshot());
  }
}

describe('what was held and an event', () => {
  it.each(Object.keys(cases) as (keyof typeof cases)[])('%s: equal a fresh fetch', (name) => {
    expectEquivalent(name);
  });

  it.each(Object.keys(cases) as (keyof typeof cases)[])('%s: stay so when the event comes twice', (name) => {
    const [first] = cases[name];
    if (!first) throw new Error('no case');
    const { payload } = first as Case<typeof name>;
    open(before);
    handle(eventHandlers, name, payload);
    const once = snapshot();
    handle(eventHandlers, name, payload);
    expect(snapshot()).toEqual(once);
  });

  it('know every event there is', () => {
    expect(Object.keys(eventHandlers).sort()).toEqual(Object.keys(singleServerEvents).sort());
    expect([...Object.keys(cases), ...passing].sort()).toEqual(Object.keys(singleServerEvents).sort());
  });
});

describe('the other events', () => {
  it('typing: shows who types until their message comes', () => {
    eventHandlers.typing({ channelId: '1', userId: ben.id, active: true });
    expect(Object.keys(useTypingStore.getState()['1'] ?? {})).toEqual([ben.id]);
    eventHandlers['message:new'](changed(theirs));
    expect(useTypingStore.getState()['1']).toEqual({});
    eventHandlers.typing({ channelId: '1', userId: ben.id, active: true });
    eventHandlers.typing({ channelId: '1', userId: ben.id, active: false });
    expect(useTypingStore.getState()['1']).toEqual({});
  });

  it('report:update: has the reports loaded anew', () => {
    queryClient.setQueryData(['reports', '10', 'list', 'OPEN'], {});
    eventHandlers['report:update']({ serverId: '10', reportId: '5', status: 'RESOLVED' });
    expect(queryClient.getQueryState(['reports', '10', 'list', 'OPEN'])?.isInvalidated).toBe(true);
  });

  it('moderation:progress: says how far it is, and has the incident loaded anew', () => {
    queryClient.setQueryData(['incidents', '10', 'one', '5'], {});
    const progress = { serverId: '10', kind: 'INCIDENT', targetId: '5', status: 'RUNNING', done: 2, total: 3 } as const;
    eventHandlers['moderation:progress'](progress);
    eventHandlers['moderation:progress']({ ...progress, done: 1 });
    expect(Object.values(useProgressStore.getState())).toEqual([progress]);
    expect(queryClient.getQueryState(['incidents', '10', 'one', '5'])?.isInvalidated).toBe(true);
  });

  it('session:revoked: of another device has the list loaded anew', () => {
    queryClient.setQueryData(SESSIONS, []);
    eventHandlers['session:revoked']({ sessionId: '78' });
    expect(queryClient.getQueryState(SESSIONS)?.isInvalidated).toBe(true);
  });
});

describe('channel:versions', () => {
  it('raises the counters of a channel, held or not', () => {
    eventHandlers['channel:versions']({ channels: [{ channelId: '1', version: 8, lastSeq: 5 }] });
    expect(queryClient.getQueryData(liveKey('channels', '10'))).toEqual([{ ...channel, version: 8, lastSeq: 5 }]);
  });
});
