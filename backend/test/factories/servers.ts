import { permissionsOf, type Channel, type JoinedServer, type PermissionName } from '@hearth/contract';
import { ChannelsService } from '../../src/channels/channels.service.js';
import { OverwritesService } from '../../src/channels/overwrites/overwrites.service.js';
import { InvitesService } from '../../src/servers/invites/invites.service.js';
import { MemberRolesService } from '../../src/servers/roles/member-roles.service.js';
import { RolesService } from '../../src/servers/roles/roles.service.js';
import { ServersService } from '../../src/servers/servers.service.js';
import type { TestApp } from '../harness.js';
import { buildUser, type TestUser } from './users.js';

export interface TestServer {
  id: string;
  owner: TestUser;
  /** The `general` channel that every server begins with. */
  general: Channel;
  server: JoinedServer;
}

export async function buildServer(hearth: TestApp, input: { owner?: TestUser; name?: string } = {}): Promise<TestServer> {
  const owner = input.owner ?? (await buildUser(hearth));
  const server = await hearth.get(ServersService).create(owner, input.name ?? 'Test server');
  const [general] = server.channels;
  if (!general) throw new Error('a server begins with a channel');
  return { id: server.id, owner, general, server };
}

export interface TestMember {
  user: TestUser;
  server: TestServer;
}

/** Somebody who joined by invite. */
export async function buildMember(hearth: TestApp, input: { server?: TestServer; user?: TestUser } = {}): Promise<TestMember> {
  const server = input.server ?? (await buildServer(hearth));
  const user = input.user ?? (await buildUser(hearth));
  const invites = hearth.get(InvitesService);
  const { code } = await invites.create(server.owner, server.id, {});
  await invites.join(user, code);
  return { user, server };
}

interface ChannelInput {
  server?: TestServer;
  name?: string;
  type?: 'TEXT' | 'ANNOUNCEMENT' | 'VOICE' | 'CATEGORY' | 'FORUM';
  parentId?: string;
  topic?: string;
  slowmode?: number;
}

export async function buildChannel(
  hearth: TestApp,
  { server, name = 'channel', type = 'TEXT', ...rest }: ChannelInput = {},
): Promise<Channel> {
  const { id, owner } = server ?? (await buildServer(hearth));
  return hearth.get(ChannelsService).create(owner, id, { name, type, ...rest });
}

interface RoleInput {
  server: TestServer;
  permissions: PermissionName[];
  members?: TestUser[];
  position?: number;
  hoist?: boolean;
}

/** Made by the owner, at the place that is asked for, or just above @everyone. Returns its id. */
export async function buildRole(
  hearth: TestApp,
  { server, permissions, members = [], position = 1, hoist = false }: RoleInput,
): Promise<string> {
  const { id: serverId, owner } = server;
  const roles = hearth.get(RolesService);
  const { id } = await roles.create(owner, serverId, { name: 'role', hoist, permissions: permissionsOf(...permissions).toString() });
  if (position > 1) await roles.order(owner, serverId, [{ id, position }]);
  for (const { id: userId } of members) await hearth.get(MemberRolesService).add(owner, { serverId, userId, roleId: id });
  return id;
}

interface OverwriteInput {
  channel: Channel;
  /** @everyone if left out. */
  roleId?: string;
  userId?: string;
  allow?: PermissionName[];
  deny?: PermissionName[];
}

/** Set by the owner of the server. */
export async function buildOverwrite(hearth: TestApp, { channel, roleId, userId, allow = [], deny = [] }: OverwriteInput): Promise<void> {
  const serverId = channel.serverId ?? '';
  const { ownerId } = await hearth.db.server.findUniqueOrThrow({ where: { id: BigInt(serverId) }, select: { ownerId: true } });
  const owner = { userId: ownerId.toString(), sessionId: '' };
  const bits = { allow: permissionsOf(...allow).toString(), deny: permissionsOf(...deny).toString() };
  const target = { targetId: userId ?? roleId ?? serverId, type: userId ? 'MEMBER' : 'ROLE' } as const;
  await hearth.get(OverwritesService).set(owner, channel.id, { ...target, ...bits });
}

/** A channel that @everyone may not see. */
export async function buildPrivateChannel(hearth: TestApp, input: ChannelInput = {}): Promise<Channel> {
  const channel = await buildChannel(hearth, input);
  await buildOverwrite(hearth, { channel, deny: ['VIEW_CHANNEL'] });
  return channel;
}
