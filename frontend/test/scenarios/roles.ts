import { type Channel, type PermissionName, type Role, permissionsOf, routes } from '@hearth/contract';
import { type World, makeChannel, sendMany } from '../world';
import { type Scenarios, fresh } from './scenario';

const bits = (...names: PermissionName[]): string => permissionsOf(...names).toString();

const makeRole = ({ ben, hearth }: World, ...names: PermissionName[]): Promise<Role> =>
  ben.call(routes.createRole, { params: { serverId: hearth.id }, body: { name: fresh('Role'), permissions: bits(...names) } });

const change = ({ ben, hearth }: World, roleId: string, body: { name?: string; color?: number; hoist?: boolean; permissions?: string }) =>
  ben.call(routes.updateRole, { params: { serverId: hearth.id, roleId }, body });

const give = ({ ben, hearth }: World, { id: roleId }: Role, userId: string) =>
  ben.call(routes.addMemberRole, { params: { serverId: hearth.id, userId, roleId }, query: {} });

const take = ({ ben, hearth }: World, { id: roleId }: Role, userId: string) =>
  ben.call(routes.removeMemberRole, { params: { serverId: hearth.id, userId, roleId }, query: {} });

type Target = { targetId: string; type: 'ROLE' | 'MEMBER' };

const everyone = ({ hearth }: World): Target => ({ targetId: hearth.id, type: 'ROLE' });
const ada = ({ phone }: World): Target => ({ targetId: phone.userId, type: 'MEMBER' });
const toRole = ({ id }: Role): Target => ({ targetId: id, type: 'ROLE' });

const overwrite = (
  { ben }: World,
  { id: channelId }: Channel,
  { targetId, type }: Target,
  allow: PermissionName[],
  deny: PermissionName[],
) => ben.call(routes.setOverwrite, { params: { channelId, targetId }, body: { type, allow: bits(...allow), deny: bits(...deny) } });

/** With messages that the page has seen. */
async function channelOf(world: World, place: Parameters<typeof makeChannel>[3] = {}): Promise<Channel> {
  const channel = await makeChannel(world.ben, world.hearth.id, fresh('room'), place);
  if (place.type !== 'CATEGORY') await sendMany(world.ben, channel.id, 3);
  return channel;
}

async function hiddenChannel(world: World): Promise<Channel> {
  const channel = await channelOf(world);
  // What is in it has come to the page before it goes.
  await world.page.rest();
  await overwrite(world, channel, everyone(world), [], ['VIEW_CHANNEL']);
  return channel;
}

const newRoles = {
  'at the bottom, under another': {
    brings: ['role:order'],
    prepare: async (world) => {
      await makeRole(world);
      return () => makeRole(world, 'ATTACH_FILES');
    },
  },
  'again, with its people, as its end is undone': {
    brings: ['role:order', 'member:update'],
    prepare: async (world) => {
      const { ben, cyd, hearth, phone } = world;
      const power = await makeRole(world, 'MANAGE_ROLES', 'MANAGE_CHANNELS');
      const role = await makeRole(world, 'MANAGE_CHANNELS');
      await give(world, power, cyd.userId);
      for (const { userId } of [phone, cyd]) await give(world, role, userId);
      // Only this end, and none of before.
      const since = new Date().toISOString();
      const until = new Date(Date.now() + 3_600_000).toISOString();
      await cyd.call(routes.deleteRole, { params: { serverId: hearth.id, roleId: role.id }, query: {} });
      const what = { userIds: [cyd.userId], removeMembers: 'none' as const, deleteMessages: false, revertChanges: true };
      return () => ben.call(routes.createIncident, { params: { serverId: hearth.id }, body: { since, until, ...what } });
    },
  },
} satisfies Scenarios;

const roleChanges = {
  'a new name, colour and place in the list': {
    prepare: async (world) => {
      const { id } = await makeRole(world);
      return () => change(world, id, { name: fresh('Painters'), color: 0x123456, hoist: true });
    },
  },
  'permissions that the user holds by it': {
    prepare: async (world) => {
      const role = await makeRole(world);
      await give(world, role, world.phone.userId);
      return () => change(world, role.id, { permissions: bits('MANAGE_CHANNELS', 'MANAGE_ROLES') });
    },
  },
} satisfies Scenarios;

const roleEnds = {
  'one that people had, with its overwrites': {
    prepare: async (world) => {
      const role = await makeRole(world, 'MANAGE_MESSAGES');
      await give(world, role, world.phone.userId);
      await give(world, role, world.cyd.userId);
      await overwrite(world, await channelOf(world), toRole(role), ['ATTACH_FILES'], []);
      return () => world.ben.call(routes.deleteRole, { params: { serverId: world.hearth.id, roleId: role.id }, query: {} });
    },
  },
  'the one that opened a channel': {
    brings: ['channel:delete'],
    prepare: async (world) => {
      const role = await makeRole(world);
      await give(world, role, world.phone.userId);
      await overwrite(world, await hiddenChannel(world), toRole(role), ['VIEW_CHANNEL'], []);
      return () => world.ben.call(routes.deleteRole, { params: { serverId: world.hearth.id, roleId: role.id }, query: {} });
    },
  },
} satisfies Scenarios;

const roleOrders = {
  'the lowest becomes the highest': {
    prepare: async (world) => {
      for (let count = 0; count < 3; count += 1) await makeRole(world);
      const { id } = await makeRole(world);
      const params = { serverId: world.hearth.id };
      return () => world.ben.call(routes.orderRoles, { params, body: { roles: [{ id, position: 4 }] } });
    },
  },
} satisfies Scenarios;

export const memberRoles = {
  'a role that is given to the user': {
    prepare: async (world) => {
      const role = await makeRole(world, 'MANAGE_MESSAGES');
      return () => give(world, role, world.phone.userId);
    },
  },
  'a role that is taken from somebody else': {
    prepare: async (world) => {
      const role = await makeRole(world);
      await give(world, role, world.cyd.userId);
      return () => take(world, role, world.cyd.userId);
    },
  },
  'a role that opens a channel': {
    brings: ['channel:create'],
    follows: ['channel:read'],
    prepare: async (world) => {
      const role = await makeRole(world);
      await overwrite(world, await hiddenChannel(world), toRole(role), ['VIEW_CHANNEL'], []);
      return () => give(world, role, world.phone.userId);
    },
  },
  'a role without which a channel is shut': {
    brings: ['channel:delete'],
    prepare: async (world) => {
      const role = await makeRole(world);
      await overwrite(world, await hiddenChannel(world), toRole(role), ['VIEW_CHANNEL'], []);
      await give(world, role, world.phone.userId);
      return () => take(world, role, world.phone.userId);
    },
  },
} satisfies Scenarios;

export const overwriteChanges = {
  'what a channel denies': {
    prepare: async (world) => {
      const channel = await channelOf(world);
      return () => overwrite(world, channel, everyone(world), [], ['SEND_MESSAGES']);
    },
  },
  'what a category hands to its channels': {
    prepare: async (world) => {
      const category = await channelOf(world, { type: 'CATEGORY' });
      await channelOf(world, { parentId: category.id });
      const role = await makeRole(world);
      return () => overwrite(world, category, toRole(role), ['ATTACH_FILES'], ['ADD_REACTIONS']);
    },
  },
  'a channel that follows its category again': {
    prepare: async (world) => {
      const category = await channelOf(world, { type: 'CATEGORY' });
      const channel = await channelOf(world, { parentId: category.id });
      await overwrite(world, channel, ada(world), ['ATTACH_FILES'], []);
      return () => world.ben.call(routes.syncOverwrites, { params: { channelId: channel.id }, query: {} });
    },
  },
} satisfies Scenarios;

export const openedChannels = {
  'one that is opened to the user': {
    prepare: async (world) => {
      const channel = await hiddenChannel(world);
      return () => overwrite(world, channel, ada(world), ['VIEW_CHANNEL'], []);
    },
    brings: ['channel:update'],
    follows: ['channel:read'],
  },
  'one that was shut to the user for a while': {
    brings: ['channel:update'],
    follows: ['channel:read', 'channel:receipts'],
    prepare: async (world) => {
      const channel = await channelOf(world);
      await world.page.rest();
      await overwrite(world, channel, ada(world), [], ['VIEW_CHANNEL']);
      await sendMany(world.ben, channel.id, 2);
      return () => overwrite(world, channel, ada(world), [], []);
    },
  },
} satisfies Scenarios;

export const shutChannels = {
  'one that is shut to the user': {
    prepare: async (world) => {
      const channel = await channelOf(world);
      return () => overwrite(world, channel, ada(world), [], ['VIEW_CHANNEL']);
    },
  },
  'a category that is shut to all, with its channels': {
    prepare: async (world) => {
      const category = await channelOf(world, { type: 'CATEGORY' });
      await channelOf(world, { parentId: category.id });
      return () => overwrite(world, category, everyone(world), [], ['VIEW_CHANNEL']);
    },
  },
} satisfies Scenarios;

export const roleScenarios = {
  'role:create': newRoles,
  'role:update': roleChanges,
  'role:delete': roleEnds,
  'role:order': roleOrders,
};
