import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import {
  addMemberRole,
  banMember,
  deleteRole,
  getChannel,
  kickMember,
  leaveServer,
  permissionsOf,
  removeMemberRole,
  setOverwrite,
  updateRole,
  updateChannel,
  type Channel,
  type PermissionName,
} from '@hearth/contract';
import { LocalSockets } from '../src/realtime/local-sockets.js';
import { rooms } from '../src/realtime/rooms.js';
import { eventually } from './eventually.js';
import { buildChannel, buildMember, buildOverwrite, buildRole, type TestServer } from './factories/servers.js';
import { buildThread } from './factories/threads.js';
import type { TestUser } from './factories/users.js';
import type { TestApp } from './harness.js';
import type { TestSocket } from './test-socket.js';

/** Longer than this nobody hears of what they lost. */
const A_SECOND = 1_000;

/** The owner acts on one node, the member listens on one: the same, or two of one installation. */
interface Nodes {
  owners: TestApp;
  members: TestApp;
}

interface Scene extends Nodes {
  server: TestServer;
  /** Sees the channel, as long as nothing happens. */
  user: TestUser;
  channel: Channel;
  category: Channel;
  /** Archived ones of the channel that the member is in. */
  threads: { reopened: Channel; written: Channel };
  /** A role of the member. */
  roleId: string;
}

interface Way {
  how: string;
  /** Who may see the channel before. */
  prepare: (scene: Scene) => Promise<unknown>;
  lose: (scene: Scene) => Promise<unknown>;
}

const bits = (...names: PermissionName[]) => permissionsOf(...names).toString();

const setBits = (
  scene: Scene,
  channel: Channel,
  targetId: string,
  type: 'ROLE' | 'MEMBER',
  allow: PermissionName[],
  deny: PermissionName[],
) =>
  ownersApi(scene).call(setOverwrite, {
    params: { channelId: channel.id, targetId },
    body: { type, allow: bits(...allow), deny: bits(...deny) },
  });
const ownersApi = ({ owners, server }: Scene) => owners.api.as(server.owner);
const roleParams = ({ server, roleId }: Scene) => ({ serverId: server.id, roleId });

const onlyByRole = async ({ owners, channel, roleId }: Scene) => {
  await buildOverwrite(owners, { channel, deny: ['VIEW_CHANNEL'] });
  await buildOverwrite(owners, { channel, roleId, allow: ['VIEW_CHANNEL'] });
};
const hideByDefault = (scene: Scene, permissions: string) =>
  ownersApi(scene).call(updateRole, { params: { ...roleParams(scene), roleId: scene.server.id }, body: { permissions } });
const EVERYTHING_BUT_SIGHT = bits('SEND_MESSAGES', 'READ_MESSAGE_HISTORY');

const ways: Way[] = [
  {
    how: 'a role that is taken',
    prepare: onlyByRole,
    lose: (scene) => ownersApi(scene).call(removeMemberRole, { params: { ...roleParams(scene), userId: scene.user.id }, query: {} }),
  },
  {
    how: 'a role that is given and shuts the channel',
    prepare: async (scene) => {
      await ownersApi(scene).call(removeMemberRole, { params: { ...roleParams(scene), userId: scene.user.id }, query: {} });
      await buildOverwrite(scene.owners, { channel: scene.channel, roleId: scene.roleId, deny: ['VIEW_CHANNEL'] });
    },
    lose: (scene) => ownersApi(scene).call(addMemberRole, { params: { ...roleParams(scene), userId: scene.user.id }, query: {} }),
  },
  {
    how: 'a role that changes',
    prepare: async (scene) => {
      await ownersApi(scene).call(updateRole, { params: roleParams(scene), body: { permissions: bits('VIEW_CHANNEL') } });
      await hideByDefault(scene, EVERYTHING_BUT_SIGHT);
    },
    lose: (scene) => ownersApi(scene).call(updateRole, { params: roleParams(scene), body: { permissions: EVERYTHING_BUT_SIGHT } }),
  },
  { how: '@everyone that changes', prepare: async () => undefined, lose: (scene) => hideByDefault(scene, EVERYTHING_BUT_SIGHT) },
  {
    how: 'a role that is deleted',
    prepare: onlyByRole,
    lose: (scene) => ownersApi(scene).call(deleteRole, { params: roleParams(scene), query: {} }),
  },
  {
    how: 'an overwrite for the role',
    prepare: async () => undefined,
    lose: (scene) => setBits(scene, scene.channel, scene.roleId, 'ROLE', [], ['VIEW_CHANNEL']),
  },
  {
    how: 'an overwrite for the member',
    prepare: async () => undefined,
    lose: (scene) => setBits(scene, scene.channel, scene.user.id, 'MEMBER', [], ['VIEW_CHANNEL']),
  },
  {
    how: 'an overwrite for @everyone',
    prepare: async () => undefined,
    lose: (scene) => setBits(scene, scene.channel, scene.server.id, 'ROLE', [], ['VIEW_CHANNEL']),
  },
  {
    how: 'an overwrite that the category hands down',
    prepare: async () => undefined,
    lose: (scene) => setBits(scene, scene.category, scene.server.id, 'ROLE', [], ['VIEW_CHANNEL']),
  },
];

const expulsions: Pick<Way, 'how' | 'lose'>[] = [
  { how: 'leaving', lose: ({ members, server, user }) => members.api.as(user).call(leaveServer, { params: { serverId: server.id } }) },
  {
    how: 'a kick',
    lose: (scene) => ownersApi(scene).call(kickMember, { params: { serverId: scene.server.id, userId: scene.user.id }, query: {} }),
  },
  {
    how: 'a ban',
    lose: (scene) => ownersApi(scene).call(banMember, { params: { serverId: scene.server.id, userId: scene.user.id }, body: {} }),
  },
];

const setArchived = (scene: Scene, thread: Channel, archived: boolean) =>
  ownersApi(scene).call(updateChannel, { params: { channelId: thread.id }, body: { archived } });

/** Out of the archive by hand and by a message, of which whoever is in a thread and sees it hears. */
async function wakeThreads(scene: Scene, owner: TestSocket): Promise<void> {
  const { reopened, written } = scene.threads;
  await setArchived(scene, reopened, false);
  await owner.emit('message:send', { channelId: written.id, content: 'after', nonce: randomUUID() });
  await owner.next('channel:join', ({ channel }) => channel.id === written.id);
}

async function buildThreads(nodes: Nodes, owner: TestUser, parent: Channel): Promise<Scene['threads']> {
  const [reopened, written] = [await buildThread(nodes.owners, { owner, parent }), await buildThread(nodes.owners, { owner, parent })];
  return { reopened, written };
}

async function buildScene(nodes: Nodes, { prepare }: Pick<Way, 'prepare'>): Promise<Scene> {
  const { user, server } = await buildMember(nodes.owners);
  const category = await buildChannel(nodes.owners, { server, type: 'CATEGORY' });
  const channel = await buildChannel(nodes.owners, { server, parentId: category.id });
  const roleId = await buildRole(nodes.owners, { server, permissions: [], members: [user] });
  const scene = { ...nodes, server, user, channel, category, roleId, threads: await buildThreads(nodes, user, channel) };
  for (const thread of Object.values(scene.threads)) await setArchived(scene, thread, true);
  await prepare(scene);
  return scene;
}

async function refuses({ members, user, channel }: Scene): Promise<boolean> {
  const answer = await members.api.as(user).send('get', `/channels/${channel.id}`);
  return answer.status === 404;
}

async function untilRefused(scene: Scene): Promise<void> {
  for (const deadline = Date.now() + A_SECOND; Date.now() < deadline; await sleep(10)) if (await refuses(scene)) return;
  throw new Error('the channel can still be read after a second');
}

/** Every way in which a member loses sight of a channel: nothing more of it arrives, and it is not there for them. */
export function describeLosingAccess(nodes: () => Nodes): void {
  it.each(ways)('by $how', async (way) => {
    const scene = await buildScene(nodes(), way);
    const { owners, members, server, user, channel } = scene;
    const [device, owner] = [await members.connect(user), await owners.connect(server.owner)];
    const say = (content: string) => owner.emit('message:send', { channelId: channel.id, content, nonce: randomUUID() });
    await say('before');
    await device.next('message:new', ({ message }) => message.content === 'before');

    await way.lose(scene);
    await untilRefused(scene);
    expect(await device.next('channel:delete', ({ channelId }) => channelId === channel.id)).toEqual({ serverId: server.id, channelId: channel.id }); // prettier-ignore
    const last = device.received.length;
    await say('after');
    await owner.emit('typing:start', { channelId: channel.id });
    await owner.next('message:new', ({ message }) => message.content === 'after');
    await wakeThreads(scene, owner);
    await device.settle();
    await sleep(100);
    expect(JSON.stringify(device.received.slice(last))).not.toContain(channel.id);
    for (const call of [
      members.api.as(user).call(getChannel, { params: { channelId: channel.id } }),
      owners.api.as(user).call(getChannel, { params: { channelId: channel.id } }),
    ])
      await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    const sent = await device.emit('message:send', { channelId: channel.id, content: 'still here?', nonce: randomUUID() });
    expect(sent).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    for (const socket of [device, owner]) socket.close();
  });

  it.each(expulsions)('by $how, threads that one was in with it', async ({ lose }) => {
    const scene = await buildScene(nodes(), { prepare: async () => undefined });
    const { owners, members, server, user, channel } = scene;
    const [device, owner] = [await members.connect(user), await owners.connect(server.owner)];
    await lose(scene);
    await device.next('server:delete');
    const listening = () => Promise.resolve(members.get(LocalSockets).usersIn(rooms.server(server.id)));
    expect(await eventually(listening, (userIds) => !userIds.includes(user.id))).not.toContain(user.id);
    const last = device.received.length;
    await wakeThreads(scene, owner);
    await device.settle();
    await sleep(100);
    expect(JSON.stringify(device.received.slice(last))).not.toContain(channel.id);
    expect(await owners.db.threadMember.count({ where: { userId: BigInt(user.id) } })).toBe(0);
    for (const socket of [device, owner]) socket.close();
  });
}
