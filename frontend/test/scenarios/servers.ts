import { routes } from '@hearth/contract';
import { firstChannel, join, makeChannel, makeServer, newPerson, sendMany } from '../world';
import { conversationChanges, conversationEnds, newConversations } from './conversations';
import { memberRoles, openedChannels, overwriteChanges, shutChannels } from './roles';
import { type Scenarios, fresh } from './scenario';

const newServers = {
  'the other device made one': {
    prepare:
      ({ phone }) =>
      () =>
        makeServer(phone, fresh('Made')),
  },
  'the other device joined one, whose owner is online': {
    brings: ['member:add', 'server:update'],
    prepare: async (world) => {
      const eve = await (await newPerson(world, 'eve')).connect();
      const server = await makeServer(eve, fresh('Joined'));
      await sendMany(eve, firstChannel(server).id, 3);
      return () => join(eve, server.id, world.phone);
    },
  },
} satisfies Scenarios;

const serverChanges = {
  'a new name': {
    prepare:
      ({ ben, hearth }) =>
      () =>
        ben.call(routes.updateServer, { params: { serverId: hearth.id }, body: { name: fresh('Hearth') } }),
  },
} satisfies Scenarios;

const serverEnds = {
  'its owner deletes it': {
    prepare: async (world) => {
      const eve = await newPerson(world, 'eve');
      const { id } = await makeServer(eve, fresh('Gone'));
      await join(eve, id, world.phone);
      return () => eve.call(routes.deleteServer, { params: { serverId: id } });
    },
  },
  'the other device leaves it': {
    prepare: async (world) => {
      const eve = await newPerson(world, 'eve');
      const server = await makeServer(eve, fresh('Left'));
      await sendMany(eve, firstChannel(server).id, 3);
      await join(eve, server.id, world.phone);
      return () => world.phone.call(routes.leaveServer, { params: { serverId: server.id } });
    },
  },
} satisfies Scenarios;

const newChannels = {
  'in a category': {
    prepare: async ({ ben, hearth }) => {
      const category = await makeChannel(ben, hearth.id, fresh('rooms'), { type: 'CATEGORY' });
      return () => makeChannel(ben, hearth.id, fresh('room'), { parentId: category.id });
    },
  },
} satisfies Scenarios;

const channelChanges = {
  'a new name and topic': {
    prepare: ({ ben, general }) => {
      const params = { channelId: general.id };
      return () => ben.call(routes.updateChannel, { params, body: { name: fresh('general'), topic: fresh('All sorts') } });
    },
  },
  'a new order': {
    prepare: async ({ ben, hearth }) => {
      const params = { serverId: hearth.id };
      const { channels } = await ben.call(routes.listChannels, { params });
      const turned = channels
        .filter(({ parentId }) => parentId === null)
        .map(({ id }, index, all) => ({ id, position: all.length - index }));
      return () => ben.call(routes.orderChannels, { params, body: { channels: turned } });
    },
  },
} satisfies Scenarios;

const channelEnds = {
  'one with messages': {
    prepare: async ({ ben, hearth }) => {
      const { id } = await makeChannel(ben, hearth.id, fresh('short-lived'));
      await sendMany(ben, id, 2);
      return () => ben.call(routes.deleteChannel, { params: { channelId: id } });
    },
  },
  'a category, which leaves its channels behind': {
    brings: ['channel:update'],
    prepare: async ({ ben, hearth }) => {
      const { id } = await makeChannel(ben, hearth.id, fresh('category'), { type: 'CATEGORY' });
      await makeChannel(ben, hearth.id, fresh('left-behind'), { parentId: id });
      return () => ben.call(routes.deleteChannel, { params: { channelId: id } });
    },
  },
} satisfies Scenarios;

const newMembers = {
  'somebody who is not here': {
    brings: ['server:update'],
    prepare: async (world) => {
      const eve = await newPerson(world, 'eve');
      return () => join(world.ben, world.hearth.id, eve);
    },
  },
  'somebody who is online': {
    brings: ['server:update'],
    prepare: async (world) => {
      const eve = await (await newPerson(world, 'eve')).connect();
      return () => join(world.ben, world.hearth.id, eve);
    },
  },
} satisfies Scenarios;

const memberChanges = {
  'the nickname of somebody else': {
    prepare:
      ({ cyd, hearth }) =>
      () =>
        cyd.call(routes.updateOwnMember, { params: { serverId: hearth.id }, body: { nickname: fresh('Captain') } }),
  },
  'the own nickname': {
    prepare:
      ({ phone, hearth }) =>
      () =>
        phone.call(routes.updateOwnMember, { params: { serverId: hearth.id }, body: { nickname: fresh('Captain') } }),
  },
} satisfies Scenarios;

const leavingMembers = {
  'somebody who has written': {
    brings: ['server:update'],
    prepare: async (world) => {
      const eve = await newPerson(world, 'eve');
      await join(world.ben, world.hearth.id, eve);
      await eve.send(world.general.id, 'farewell');
      return () => eve.call(routes.leaveServer, { params: { serverId: world.hearth.id } });
    },
  },
} satisfies Scenarios;

export const serverScenarios = {
  'server:create': newServers,
  'server:update': serverChanges,
  'server:delete': serverEnds,
  'channel:create': { ...newChannels, ...openedChannels, ...newConversations },
  'channel:update': { ...channelChanges, ...overwriteChanges, ...conversationChanges },
  'channel:delete': { ...channelEnds, ...shutChannels, ...conversationEnds },
  'member:add': newMembers,
  'member:update': { ...memberChanges, ...memberRoles },
  'member:remove': leavingMembers,
};
