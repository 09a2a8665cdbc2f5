import { type Channel, routes } from '@hearth/contract';
import type { Device } from '../device';
import { type World, befriend, newPerson } from '../world';
import { type Scenarios, fresh } from './scenario';

export const openDm = async (one: Device, { userId }: Device): Promise<Channel> =>
  (await one.call(routes.openConversation, { body: { userId } })).channel;

/** Somebody new who is Ada's friend. */
async function newFriend(world: World, name: string): Promise<Device> {
  const { phone, hearth, ben } = world;
  const friend = await newPerson(world, name);
  const { code } = await ben.call(routes.createInvite, { params: { serverId: hearth.id }, body: {} });
  await friend.call(routes.joinServer, { params: { code } });
  await befriend(friend, phone);
  return friend;
}

async function groupWithAda(world: World): Promise<{ friend: Device; channel: Channel }> {
  const friend = await newFriend(world, 'fay');
  const body = { userIds: [world.phone.userId], name: fresh('Group') };
  const { channel } = await friend.call(routes.openConversation, { body });
  return { friend, channel };
}

export const directMessages = {
  'the first one of somebody in a conversation that nobody saw yet': {
    follows: ['channel:receipts'],
    prepare: async (world) => {
      const friend = await newFriend(world, 'gus');
      const { id } = await openDm(friend, world.phone);
      return () => friend.send(id, 'Hello');
    },
  },
  'one that brings a conversation out of the archive': {
    follows: ['channel:receipts'],
    prepare: async ({ ben, phone }) => {
      const { id } = await openDm(ben, phone);
      await ben.send(id, 'Hello');
      await phone.call(routes.updateConversation, { params: { channelId: id }, body: { archived: true, mutedUntil: null } });
      return () => ben.send(id, fresh('Are you there?'));
    },
  },
} satisfies Scenarios;

export const deletedDirectMessages = {
  'the last one of a conversation': {
    prepare: async ({ ben, phone }) => {
      const { id } = await openDm(ben, phone);
      await ben.send(id, fresh('Before'));
      const { id: messageId } = await ben.send(id, fresh('A slip'));
      return () => ben.call(routes.deleteMessage, { params: { messageId } });
    },
  },
} satisfies Scenarios;

export const newConversations = {
  'the other device begins one': {
    prepare: async (world) => {
      const friend = await newFriend(world, 'hal');
      return () => openDm(world.phone, friend);
    },
  },
  'a friend makes a group': {
    prepare: async (world) => {
      const friend = await newFriend(world, 'ida');
      return () => friend.call(routes.openConversation, { body: { userIds: [world.phone.userId], name: fresh('Group') } });
    },
  },
} satisfies Scenarios;

export const conversationChanges = {
  'a group has another name': {
    brings: ['message:new'],
    follows: ['channel:receipts'],
    prepare: async (world) => {
      const { friend, channel } = await groupWithAda(world);
      return () => friend.call(routes.updateChannel, { params: { channelId: channel.id }, body: { name: fresh('Renamed') } });
    },
  },
} satisfies Scenarios;

export const conversationEnds = {
  'a group is left on the other device': {
    prepare: async (world) => {
      const { channel } = await groupWithAda(world);
      const params = { channelId: channel.id, userId: world.phone.userId };
      return () => world.phone.call(routes.removeRecipient, { params });
    },
  },
} satisfies Scenarios;

const conversationStates = {
  'the other device pins, mutes and archives': {
    prepare: async ({ ben, phone }) => {
      const { id } = await openDm(phone, ben);
      await phone.send(id, 'Hello');
      const params = { channelId: id };
      await phone.call(routes.updateConversation, { params, body: { pinned: false, archived: false } });
      return () =>
        phone.call(routes.updateConversation, {
          params,
          body: { pinned: true, mutedUntil: `${9_000 + Number(fresh('').trim())}-01-01T00:00:00.000Z` },
        });
    },
  },
} satisfies Scenarios;

export const conversationScenarios = { 'conversation:update': conversationStates };
