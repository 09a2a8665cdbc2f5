import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  channelResolver,
  hasPermission,
  type Channel,
  type ChannelType,
  type PermissionMember,
  type PermissionOverwrite,
  type PermissionServer,
  type ServerEventEntry,
} from '@hearth/contract';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService, type SightChange } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { ChannelKinds, type ChannelChange } from './channel-kinds.js';
import { placeNew, planOrder, type ChannelMove } from './channels.policy.js';
import { presentChannel, type ChannelRow, type OverwriteRow } from './channels.presenter.js';
import { ChannelsRepository } from './channels.repository.js';

interface ChannelInput {
  name: string;
  type: ChannelType;
  parentId?: string | null | undefined;
  topic?: string | null | undefined;
}

export { ChannelKinds } from './channel-kinds.js';
export type { ChannelChange, ChannelKind } from './channel-kinds.js';
export { presentChannel, type ChannelRow } from './channels.presenter.js';
export { CHANNEL_PARTS } from './channels.repository.js';

@Injectable()
export class ChannelsService implements OnModuleInit {
  constructor(
    private readonly repository: ChannelsRepository,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
    private readonly kinds: ChannelKinds,
  ) {}

  onModuleInit(): void {
    this.permissions.onSightChanged((change) => this.tellSight(change));
  }

  /** Those that the caller may see, by position. @throws NOT_FOUND */
  async list(caller: Caller, serverId: string): Promise<Channel[]> {
    const visible = await this.permissions.visibleChannels(caller, serverId);
    const rows = await this.repository.byIds(visible.map(({ channel }) => channel.id));
    return rows.map(presentChannel);
  }

  /** @throws NOT_FOUND */
  async get(caller: Caller, channelId: string): Promise<Channel> {
    await this.permissions.channel(caller, channelId);
    return this.present(channelId);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION, LIMIT_REACHED */
  async create(caller: Caller, serverId: string, { name, type, parentId = null, topic = null }: ChannelInput): Promise<Channel> {
    await this.permissions.server(caller, serverId, 'MANAGE_CHANNELS');
    if (parentId !== null) await this.requireManagedCategory(caller, serverId, parentId);
    const row = await this.repository.transaction(async (transaction) => {
      // Locks the server's row: of two that are made at once the second counts the first.
      await this.permissions.raiseAccessVersion(transaction, serverId);
      const { position } = placeNew(await this.repository.places(transaction, serverId), type, parentId);
      return this.repository.insert(transaction, { id: this.snowflakes.next(), serverId, type, name, topic, parentId, position });
    });
    // Placing tells it to those who may see it.
    await this.permissions.changed(serverId);
    return presentChannel(row);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async update(caller: Caller, channelId: string, change: ChannelChange): Promise<Channel> {
    const access = await this.permissions.channel(caller, channelId);
    const kind = this.kinds.of(access);
    if (kind) return kind.update(caller, access, change);
    await this.permissions.channel(caller, channelId, 'MANAGE_CHANNELS');
    const row = await this.repository.update(channelId, change);
    if (!row) throw new ProblemError('NOT_FOUND');
    const channel = presentChannel(row);
    await this.announce([channel]);
    return channel;
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async remove(caller: Caller, channelId: string): Promise<void> {
    const access = await this.permissions.channel(caller, channelId);
    const kind = this.kinds.of(access);
    if (kind) return kind.remove(caller, access);
    const { channel } = await this.permissions.channel(caller, channelId, 'MANAGE_CHANNELS');
    const serverId = requireServer(channel.serverId);
    const orphans = await this.repository.transaction(async (transaction) => {
      await this.permissions.raiseAccessVersion(transaction, serverId);
      const children = await this.repository.children(transaction, channelId);
      if (!(await this.repository.remove(transaction, channelId))) throw new ProblemError('NOT_FOUND');
      return this.repository.byIds(children, transaction);
    });
    await this.permissions.changed(serverId);
    await this.announce(orphans.map(presentChannel));
  }

  /** Returns all that the caller may see, in the new order. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION */
  async order(caller: Caller, serverId: string, moves: ChannelMove[]): Promise<Channel[]> {
    await this.permissions.server(caller, serverId, 'MANAGE_CHANNELS');
    const visible = await this.permissions.visibleChannels(caller, serverId);
    const visibleIds = new Set(visible.map(({ channel }) => channel.id));
    const moved = await this.repository.transaction(async (transaction) => {
      await this.permissions.raiseAccessVersion(transaction, serverId);
      const changed = planOrder(await this.repository.places(transaction, serverId), visibleIds, moves);
      await this.repository.move(transaction, changed);
      const ids = changed.map(({ id }) => id);
      return this.repository.byIds(ids, transaction);
    });
    await this.permissions.changed(serverId);
    await this.announce(moved.map(presentChannel));
    return this.list(caller, serverId);
  }

  /** For each of several memberships the channels that this member may see, by position, in one read. */
  async visibleIn(memberships: { server: PermissionServer; member: PermissionMember }[]): Promise<Map<string, Channel[]>> {
    const rows = await this.repository.ofServers(memberships.map(({ server }) => server.id));
    const byServer = Map.groupBy(rows, (row) => row.serverId?.toString());
    return new Map(
      memberships.map(({ server, member }) => {
        const channels = byServer.get(server.id) ?? [];
        return [server.id, channels.filter(visibleTo(server, member)).map(presentChannel)];
      }),
    );
  }

  /** DMs and groups, whoever asks. */
  async ofConversations(channelIds: string[]): Promise<Channel[]> {
    const rows = await this.repository.byIds(channelIds);
    return rows.filter(({ serverId }) => serverId === null).map(presentChannel);
  }

  private async present(channelId: string): Promise<Channel> {
    const row = await this.repository.byId(channelId);
    if (!row) throw new ProblemError('NOT_FOUND');
    return presentChannel(row);
  }

  /** A category that the caller cannot see is, to them, not there: the placing refuses it. */
  private async requireManagedCategory(caller: Caller, serverId: string, parentId: string): Promise<void> {
    const visible = await this.permissions.visibleChannels(caller, serverId);
    const parent = visible.find(({ channel }) => channel.id === parentId);
    if (!parent)
      throw new ProblemError('VALIDATION', { errors: [{ path: 'body.parentId', message: 'must be a category of this server' }] });
    if (!hasPermission(parent.permissions, 'MANAGE_CHANNELS')) throw new ProblemError('MISSING_PERMISSION');
  }

  /** Tells everybody who may see them what channels are now: one frame to each room. */
  async announce(channels: Channel[]): Promise<void> {
    const placed = await Promise.all(
      channels.map(async (channel) => ({ channel, room: await this.permissions.roomOfChannel(channel.id) })),
    );
    for (const [room, list] of Map.groupBy(placed, (entry) => entry.room)) {
      // Gone by now: then its end is the news, and somebody else tells it.
      if (room === null) continue;
      this.publisher.emitAll(
        room,
        list.map(({ channel }) => ['channel:update', channel]),
      );
    }
  }

  /** To the sockets of this node; every node does the same for its own. */
  private async tellSight({ serverId, gained, lost }: SightChange): Promise<void> {
    for (const [rooms, list] of byRooms(lost)) {
      this.publisher.emitAllLocally(
        rooms,
        list.map((channelId) => ['channel:delete', { serverId, channelId }]),
      );
    }
    if (gained.length === 0) return;
    const rows = await this.repository.byIds(gained.map(({ channelId }) => channelId));
    const channels = new Map(rows.map((row) => [row.id.toString(), presentChannel(row)]));
    for (const [rooms, list] of byRooms(gained)) {
      this.publisher.emitAllLocally(
        rooms,
        list.flatMap((channelId): ServerEventEntry[] => {
          const channel = channels.get(channelId);
          return channel ? [['channel:create', channel]] : [];
        }),
      );
    }
  }
}

function requireServer(serverId: string | null): string {
  if (serverId === null) throw new ProblemError('NOT_FOUND');
  return serverId;
}

/** Channels that the same people gained or lost go to them in one frame. */
function byRooms(sights: SightChange['gained']): Map<string[], string[]> {
  const groups = Map.groupBy(sights, ({ rooms }) => rooms.join());
  return new Map([...groups.values()].map((group) => [group[0]?.rooms ?? [], group.map(({ channelId }) => channelId)]));
}

function visibleTo(server: PermissionServer, member: PermissionMember): (channel: ChannelRow) => boolean {
  const resolve = channelResolver(server, member, Date.now());
  const isVisible = (overwrites: PermissionOverwrite[]) => hasPermission(resolve(overwrites), 'VIEW_CHANNEL');
  // Most channels have no overwrites, and the answer for all of those is the same.
  const withoutOverwrites = isVisible([]);
  return ({ overwrites }) => (overwrites.length === 0 ? withoutOverwrites : isVisible(overwrites.map(permissionOverwrite)));
}

const permissionOverwrite = ({ targetId, type, allow, deny }: OverwriteRow): PermissionOverwrite => ({
  targetId: targetId.toString(),
  type,
  allow: BigInt(allow),
  deny: BigInt(deny),
});
