import {
  addMemberRole,
  createChannel,
  createRole,
  deleteOverwrite,
  deleteRole,
  orderChannels,
  orderRoles,
  removeMemberRole,
  replaceOverwrites,
  setOverwrite,
  syncOverwrites,
  updateChannel,
  updateRole,
} from '@hearth/contract';
import type { Attempt } from './attempts.js';
import type { Playground } from './playground.js';

type Deeds = { [K in Attempt['do']]: (ground: Playground, attempt: Extract<Attempt, { do: K }>) => Promise<unknown> };

/** How each attempt is made over REST. */
const deeds: Deeds = {
  createRole: async ({ api, serverId, picks }, { bits }) => {
    const { id } = await api.call(createRole, { params: { serverId }, body: { name: 'new', permissions: bits.toString() } });
    picks.roleIds.push(id);
  },
  updateRole: ({ api, ...ground }, { role, bits }) =>
    api.call(updateRole, { params: roleParams(ground, role), body: { permissions: bits.toString() } }),
  orderRole: ({ api, serverId, picks }, { role, position }) =>
    api.call(orderRoles, { params: { serverId }, body: { roles: [{ id: picks.role(role), position }] } }),
  deleteRole: ({ api, ...ground }, { role }) => api.call(deleteRole, { params: roleParams(ground, role), query: {} }),
  addRole: ({ api, ...ground }, attempt) => api.call(addMemberRole, { params: assignment(ground, attempt), query: {} }),
  removeRole: ({ api, ...ground }, attempt) => api.call(removeMemberRole, { params: assignment(ground, attempt), query: {} }),
  setOverwrite: async ({ api, picks }, { channel, overwrite }) => {
    for (const { targetId, ...body } of picks.overwrites([overwrite]))
      await api.call(setOverwrite, { params: { channelId: picks.channel(channel), targetId }, body });
  },
  deleteOverwrite: ({ api, picks }, { channel, target }) =>
    api.call(deleteOverwrite, { params: { channelId: picks.channel(channel), targetId: picks.target(target).targetId }, query: {} }),
  replaceOverwrites: ({ api, picks }, { channel, overwrites }) =>
    api.call(replaceOverwrites, { params: { channelId: picks.channel(channel) }, body: { overwrites: picks.overwrites(overwrites) } }),
  syncOverwrites: ({ api, picks }, { channel }) => api.call(syncOverwrites, { params: { channelId: picks.channel(channel) }, query: {} }),
  moveChannel: ({ api, picks }, { channel, category }) =>
    api.call(updateChannel, { params: { channelId: picks.channel(channel) }, body: { parentId: picks.category(category) } }),
  orderChannels: ({ api, serverId, picks }, { channel, category }) => {
    const place = { id: picks.channel(channel), position: channel, parentId: picks.category(category) };
    return api.call(orderChannels, { params: { serverId }, body: { channels: [place] } });
  },
  createChannel: async ({ api, serverId, picks }, { category, overwrites }) => {
    const own = overwrites ? { overwrites: picks.overwrites(overwrites) } : {};
    const body = { name: 'new', type: 'TEXT' as const, parentId: picks.category(category), ...own };
    const { id } = await api.call(createChannel, { params: { serverId }, body });
    picks.channelIds.push(id);
  },
};

/** @throws the refusal */
export async function attemptIn(ground: Playground, attempt: Attempt): Promise<void> {
  await (deeds[attempt.do] as (ground: Playground, attempt: Attempt) => Promise<unknown>)(ground, attempt);
}

type Place = Pick<Playground, 'serverId' | 'picks'>;

const roleParams = ({ serverId, picks }: Place, role: number) => ({ serverId, roleId: picks.role(role) });

const assignment = (place: Place, { role, member }: { role: number; member: number }) => ({
  ...roleParams(place, role),
  userId: place.picks.member(member),
});
