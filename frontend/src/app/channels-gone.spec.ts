import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Channel, defaultSettings, type Ready } from '@hearth/contract';
import { queryClient } from '@/api';
import { holdChannel } from '@/features/channels';
import { buildChannel, buildThread } from '@/features/channels/fixtures';
import { closeMessages } from '@/features/messages';
import { outbox } from '@/features/messages/client';
import { ada, buildMessage } from '@/features/messages/fixtures';
import { useOutboxStore } from '@/features/messages/outbox-store';
import { buildServer } from '@/features/servers/fixtures';
import { openingKey } from '@/features/threads';
import { eventHandlers } from './event-handlers';

const forum = buildChannel({ id: '1', type: 'FORUM' });
const post = buildThread({ id: '2', parentId: forum.id });
const general = buildChannel({ id: '3' });
const elsewhere = buildChannel({ id: '4', serverId: '20' });
const dm = buildChannel({ id: '5', serverId: null, type: 'DM' });
const all = [forum, post, general, elsewhere, dm];

const readyWith = (channels: Channel[]): Ready => ({
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
  servers: ['10', '20'].map((id) => buildServer({ id, channels: channels.filter(({ serverId }) => serverId === id) })),
  readStates: [],
  mentions: [],
  presences: [],
  relationships: [],
  conversations: [],
  threads: [],
  drafts: [],
  settings: defaultSettings,
});

/** What of channels is still here: the message that a post begins with, and own messages that wait. */
const openings = () => all.map(({ id }) => id).filter((id) => queryClient.getQueryData(openingKey(id)) !== undefined);
const waiting = () => useOutboxStore.getState().pending.map(({ channelId }) => channelId);

beforeEach(() => {
  eventHandlers.ready(readyWith([forum, general, elsewhere]));
  for (const channel of [post, dm]) holdChannel(channel);
  for (const { id } of all) outbox.add(id, 'words');
  for (const { id } of [post, elsewhere]) queryClient.setQueryData(openingKey(id), buildMessage({ seq: 1, channelId: id }));
});

afterEach(() => {
  closeMessages();
  queryClient.clear();
});

it.each<[string, () => void, { openings: Channel[]; waiting: Channel[] }]>([
  [
    'a post',
    () => eventHandlers['channel:delete']({ serverId: '10', channelId: post.id }),
    { openings: [elsewhere], waiting: [forum, general, elsewhere, dm] },
  ],
  [
    'a forum, with its posts',
    () => eventHandlers['channel:delete']({ serverId: '10', channelId: forum.id }),
    { openings: [elsewhere], waiting: [general, elsewhere, dm] },
  ],
  ['a server', () => eventHandlers['server:delete']({ serverId: '10' }), { openings: [elsewhere], waiting: [elsewhere, dm] }],
  [
    'what was lost during a break, but no conversation further down in its list',
    () => eventHandlers.ready(readyWith([general, elsewhere])),
    { openings: [elsewhere], waiting: [general, elsewhere, dm] },
  ],
  [
    'nothing during a break',
    () => eventHandlers.ready(readyWith([forum, general, elsewhere])),
    { openings: [post, elsewhere], waiting: all },
  ],
  [
    'a conversation',
    () => eventHandlers['channel:delete']({ serverId: null, channelId: dm.id }),
    { openings: [post, elsewhere], waiting: [forum, post, general, elsewhere] },
  ],
])('what was held of %s goes with it', (_what, lose, left) => {
  lose();
  const ids = (channels: Channel[]) => channels.map(({ id }) => id);
  expect({ openings: openings(), waiting: waiting() }).toEqual({ openings: ids(left.openings), waiting: ids(left.waiting) });
});
