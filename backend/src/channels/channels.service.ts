import { Injectable } from '@nestjs/common';
import {
  channelResolver,
  hasPermission,
  type Channel,
  type createChannel,
  type Input,
  type PermissionMember,
  type PermissionName,
  type PermissionOverwrite,
  type PermissionServer,
} from '@hearth/contract';
import { AuditLogService, changesBetween, type AuditEntry } from '../audit-log/audit-log.service.js';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { lockedChannel } from '../permissions/locked-channel.js';
import { PermissionsService, type ChannelAccess, type LockedAccess } from '../permissions/permissions.service.js';
import { ChannelKinds, type ChannelChange, type ChannelInput } from './channel-kinds.js';
import { ChannelNews } from './channel-news.js';
import { audited, isSlowable, managedCategory, orderChanges, patchOf, requireMovable, seenChannels } from './channel-patch.js';
import { placeNew, planOrder, type ChannelMove } from './channels.policy.js';
import { presentChannel, type ChannelRow, type OverwriteRow } from './channels.presenter.js';
import { ChannelsRepository, type ChannelPatch } from './channels.repository.js';
import { allowedOverwrites } from './new-overwrites.policy.js';

type NewChannelInput = Input<typeof createChannel>['body'];

interface Noted {
  before: ChannelRow | null;
  after: ChannelRow | null;
  reason?: string | undefined;
}

export { ChannelKinds } from './channel-kinds.js';
export type { ChannelChange } from './channel-kinds.js';
export { presentChannel, type ChannelRow } from './channels.presenter.js';
export { CHANNEL_PARTS } from './channels.repository.js';

@Injectable()
export class ChannelsService {
  constructor(
    private readonly repository: ChannelsRepository,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly news: ChannelNews,
    private readonly snowflakes: Snowflakes,
    private readonly kinds: ChannelKinds,
  ) {}

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

  /** Whoever manages a category may create in it, as they may move into it. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION, LIMIT_REACHED */
  async create(caller: Caller, serverId: string, input: NewChannelInput): Promise<Channel> {
    const { name, type, parentId = null, topic = null, slowmode = 0, overwrites } = input;
    const needed: PermissionName[] = parentId === null ? ['MANAGE_CHANNELS'] : [];
    const row = await this.permissions.underLock(caller, serverId, needed, async (transaction, access) => {
      const category = parentId === null ? null : managedCategory(access, parentId);
      const own = overwrites && (await allowedOverwrites(access, category, overwrites));
      const { position } = placeNew(await this.repository.places(transaction, serverId), type, parentId);
      const id = this.snowflakes.next();
      const fields = { name, topic: type === 'CATEGORY' ? null : topic, slowmode: isSlowable(type) ? slowmode : 0 };
      const made = await this.repository.insert(transaction, { ...fields, id, serverId, type, parentId, position, overwrites: own });
      await this.note(transaction, caller, 'CHANNEL_CREATE', { before: null, after: made });
      return made;
    });
    // Placing tells it to those who may see it.
    await this.permissions.changed(serverId);
    return presentChannel(row);
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION */
  async update(caller: Caller, channelId: string, input: ChannelInput): Promise<Channel> {
    const access = await this.permissions.channel(caller, channelId);
    const change = changeOf(access, input);
    const kind = this.kinds.of(access);
    if (kind) return kind.update(caller, access, change);
    const serverId = requireServer(access.channel.serverId);
    const { row, patch } = await this.permissions.underLock(caller, serverId, [], async (transaction, locked) => {
      lockedChannel(locked, channelId, 'MANAGE_CHANNELS');
      const before = await this.repository.lock(transaction, channelId);
      if (!before) throw new ProblemError('NOT_FOUND');
      const patch = { ...patchOf(before, change), ...(await this.moveOf(transaction, locked, before, change.parentId)) };
      if (Object.keys(patch).length === 0) return { row: before, patch };
      const after = await this.repository.update(transaction, channelId, patch);
      await this.note(transaction, caller, 'CHANNEL_UPDATE', { before, after, reason: change.reason });
      return { row: after, patch };
    });
    if (Object.keys(patch).length > 0) await this.permissions.changed(serverId);
    const channel = presentChannel(row);
    await this.announce([channel]);
    return channel;
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async remove(caller: Caller, channelId: string, reason?: string): Promise<void> {
    const access = await this.permissions.channel(caller, channelId);
    const kind = this.kinds.of(access);
    if (kind) return kind.remove(caller, access, reason);
    const serverId = requireServer(access.channel.serverId);
    const orphans = await this.permissions.underLock(caller, serverId, [], async (transaction, locked) => {
      lockedChannel(locked, channelId, 'MANAGE_CHANNELS');
      const before = await this.repository.lock(transaction, channelId);
      if (!before) throw new ProblemError('NOT_FOUND');
      const children = await this.repository.children(transaction, channelId);
      await this.repository.remove(transaction, channelId);
      await this.note(transaction, caller, 'CHANNEL_DELETE', { before, after: null, reason });
      return this.repository.byIds(children, transaction);
    });
    await this.permissions.changed(serverId);
    await this.announce(orphans.map(presentChannel));
  }

  /** Returns all that the caller may see, in the new order. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION */
  async order(caller: Caller, serverId: string, moves: ChannelMove[]): Promise<Channel[]> {
    const moved = await this.permissions.underLock(caller, serverId, ['MANAGE_CHANNELS'], async (transaction, access) => {
      const places = await this.repository.places(transaction, serverId);
      const changed = planOrder(places, new Set(seenChannels(access)), moves);
      if (changed.length === 0) return [];
      requireMovable(access, places, changed);
      await this.repository.move(transaction, changed);
      await this.permissions.raiseAccessVersion(transaction, serverId);
      const changes = orderChanges(places, changed);
      await this.auditLog.record(transaction, { serverId, actorId: caller.userId, action: 'CHANNEL_ORDER', changes });
      return this.repository.byIds(
        changed.map(({ id }) => id),
        transaction,
      );
    });
    if (moved.length > 0) await this.permissions.changed(serverId);
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

  /** Tells everybody who may see them what channels are now: one frame to each room. */
  announce(channels: Channel[]): Promise<void> {
    return this.news.announce(channels);
  }

  /** As `announce`, of channels as they are now. */
  async announceByIds(channelIds: string[]): Promise<void> {
    if (channelIds.length > 0) await this.announce((await this.repository.byIds(channelIds)).map(presentChannel));
  }

  private async present(channelId: string): Promise<Channel> {
    const row = await this.repository.byId(channelId);
    if (!row) throw new ProblemError('NOT_FOUND');
    return presentChannel(row);
  }

  /** To the end of another category, which the caller must manage. */
  private async moveOf(
    transaction: Transaction,
    access: LockedAccess,
    { id, type, parentId, serverId }: ChannelRow,
    wanted: string | null | undefined,
  ): Promise<ChannelPatch> {
    if (wanted === undefined || wanted === (parentId?.toString() ?? null) || type === 'CATEGORY') return {};
    if (wanted !== null) managedCategory(access, wanted);
    const places = (await this.repository.places(transaction, requireServer(serverId?.toString() ?? null))).filter(
      (place) => place.id !== id.toString(),
    );
    return { parentId: wanted, ...placeNew(places, type, wanted) };
  }

  /** What follows every change of a channel inside its transaction. */
  private async note(
    transaction: Transaction,
    { userId }: Caller,
    action: AuditEntry['action'],
    { before, after, reason }: Noted,
  ): Promise<void> {
    const row = after ?? before;
    const serverId = requireServer(row?.serverId?.toString() ?? null);
    await this.permissions.raiseAccessVersion(transaction, serverId);
    const target = { targetId: row?.id.toString() ?? null, targetName: row?.name ?? null };
    const changes = changesBetween(before && audited(before), after && audited(after));
    await this.auditLog.record(transaction, { serverId, actorId: userId, action, ...target, changes, reason });
  }
}

function requireServer(serverId: string | null): string {
  if (serverId === null) throw new ProblemError('NOT_FOUND');
  return serverId;
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

function changeOf({ channel }: ChannelAccess, { name, ...rest }: ChannelInput): ChannelChange {
  if (name === undefined) return rest;
  if (name === null && channel.type !== 'GROUP_DM')
    throw new ProblemError('VALIDATION', { errors: [{ path: 'body.name', message: 'only a group can be without one' }] });
  return { ...rest, name: name ?? '' };
}
