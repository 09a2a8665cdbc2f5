import { randomUUID } from 'node:crypto';
import { type Channel, routes } from '@hearth/contract';
import type { Device } from '../device';
import { type World, makeChannel } from '../world';
import { type Scenarios, fresh } from './scenario';

type Place = Pick<Channel, 'id'>;

const words = () => ({ content: 'first', nonce: randomUUID() });

const beginThread = (person: Device, { id }: Place, name: string): Promise<Channel> =>
  person.call(routes.createThread, { params: { channelId: id }, body: { name, ...words() } });

/** Answers with what then begins a thread at a message of Ben's. */
async function readyToBegin({ ben, general }: World): Promise<() => Promise<Channel>> {
  const { id } = await ben.send(general.id, 'where it begins');
  return () => ben.call(routes.createThread, { params: { channelId: general.id }, body: { name: fresh('thread'), messageId: id } });
}

const update = (person: Device, { id }: Place, body: Parameters<typeof person.call<typeof routes.updateChannel>>[1]['body']) =>
  person.call(routes.updateChannel, { params: { channelId: id }, body });

const joining = {
  'the other device joins': {
    brings: ['channel:receipts'],
    prepare: async (world) => {
      const { id } = await beginThread(world.ben, world.general, fresh('thread'));
      return () => world.phone.call(routes.joinThread, { params: { channelId: id } });
    },
  },
  'the other device writes in it': {
    brings: ['message:new', 'channel:receipts'],
    prepare: async (world) => {
      const { id } = await beginThread(world.ben, world.general, fresh('thread'));
      return () => world.phone.send(id, 'me too');
    },
  },
  'somebody writes in one that slept': {
    brings: ['message:new', 'channel:update'],
    follows: ['channel:receipts'],
    prepare: async (world) => {
      const thread = await beginThread(world.phone, world.general, fresh('thread'));
      await update(world.ben, thread, { archived: true });
      return () => world.ben.send(thread.id, 'still here?');
    },
  },
} satisfies Scenarios;

const leaving = {
  'the other device leaves': {
    prepare: async (world) => {
      const { id } = await beginThread(world.phone, world.general, fresh('thread'));
      return () => world.phone.call(routes.leaveThread, { params: { channelId: id } });
    },
  },
} satisfies Scenarios;

const created = {
  'a thread that begins at a message': {
    prepare: readyToBegin,
  },
  'a thread of the other device': {
    brings: ['message:new', 'channel:join'],
    follows: ['channel:receipts'],
    prepare:
      ({ phone, general }) =>
      () =>
        beginThread(phone, general, fresh('thread')),
  },
  'a post': {
    brings: ['message:new'],
    prepare: async ({ ben, hearth }) => {
      const forum = await makeChannel(ben, hearth.id, fresh('forum'), { type: 'FORUM' });
      return () => beginThread(ben, forum, fresh('post'));
    },
  },
} satisfies Scenarios;

const changed = {
  'a thread that is renamed, locked and archived': {
    prepare: async (world) => {
      const begin = await readyToBegin(world);
      const thread = await begin();
      await world.phone.call(routes.joinThread, { params: { channelId: thread.id } });
      return () => update(world.ben, thread, { name: fresh('calm'), locked: true, archived: true });
    },
  },
  'the tags of a forum': {
    prepare: async ({ ben, hearth }) => {
      const forum = await makeChannel(ben, hearth.id, fresh('forum'), { type: 'FORUM' });
      return () => ben.call(routes.setForumTags, { params: { channelId: forum.id }, body: { tags: [{ name: 'question' }] } });
    },
  },
} satisfies Scenarios;

const deleted = {
  'a thread with messages, which the page is in': {
    prepare: async (world) => {
      const { id } = await beginThread(world.phone, world.general, fresh('thread'));
      await world.ben.send(id, 'second');
      return () => world.ben.call(routes.deleteChannel, { params: { channelId: id } });
    },
  },
  'a channel with its threads': {
    prepare: async ({ ben, phone, hearth }) => {
      const channel = await makeChannel(ben, hearth.id, fresh('short-lived'));
      await beginThread(phone, channel, fresh('thread'));
      return () => ben.call(routes.deleteChannel, { params: { channelId: channel.id } });
    },
  },
} satisfies Scenarios;

const written = {
  'in a thread that the page is in': {
    follows: ['channel:receipts'],
    prepare: async ({ ben, phone, general }) => {
      const { id } = await beginThread(phone, general, fresh('thread'));
      return () => ben.send(id, 'second');
    },
  },
  'in a thread that the page is not in': {
    prepare: async ({ ben, general }) => {
      const { id } = await beginThread(ben, general, fresh('thread'));
      return () => ben.send(id, 'second');
    },
  },
} satisfies Scenarios;

const edited = {
  'of what a post begins with': {
    prepare: async ({ ben, hearth }) => {
      const forum = await makeChannel(ben, hearth.id, fresh('forum'), { type: 'FORUM' });
      const { id } = await beginThread(ben, forum, fresh('post'));
      const { messages } = await ben.call(routes.listMessages, { params: { channelId: id }, query: {} });
      const params = { messageId: messages[0]?.id ?? '' };
      return () => ben.call(routes.editMessage, { params, body: { content: fresh('mended') } });
    },
  },
  'of an announcement that is published': {
    prepare: async ({ ben, hearth }) => {
      const news = await makeChannel(ben, hearth.id, fresh('news'), { type: 'ANNOUNCEMENT' });
      const { id } = await ben.send(news.id, 'open day');
      return () => ben.call(routes.publishMessage, { params: { messageId: id } });
    },
  },
} satisfies Scenarios;

export const threadScenarios = { 'channel:join': joining, 'channel:leave': leaving };

/** What other events tell of threads, beside what they tell of other channels. */
export const moreOfThreads = {
  'channel:create': created,
  'channel:update': changed,
  'channel:delete': deleted,
  'message:new': written,
  'message:update': edited,
};
