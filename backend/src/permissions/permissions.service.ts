import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasPermission, type PermissionName } from '@hearth/contract';
import { Bus } from '../cluster/bus.js';
import type { Transaction } from '../database/prisma.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { Visibility } from '../http/visibility.js';
import { LocalSockets } from '../realtime/local-sockets.js';
import { RealtimeRegistry } from '../realtime/realtime-ports.js';
import { rooms } from '../realtime/rooms.js';
import { channelAccess, roomOf, serverAccess, type ChannelAccess, type ServerAccess } from './access.js';
import { AccessCache } from './access-cache.js';
import { PermissionsRepository } from './permissions.repository.js';

export type { ChannelAccess, ServerAccess } from './access.js';

/** Who may do what, where: the one place that REST, sockets and rooms ask. */
@Injectable()
export class PermissionsService implements OnModuleInit {
  constructor(
    private readonly cache: AccessCache,
    private readonly repository: PermissionsRepository,
    private readonly bus: Bus,
    private readonly sockets: LocalSockets,
    private readonly registry: RealtimeRegistry,
    private readonly visibility: Visibility,
  ) {}

  onModuleInit(): void {
    this.visibility.register('serverId', (caller, id) => this.server(caller, id));
    this.visibility.register('channelId', (caller, id) => this.channel(caller, id));
    this.registry.fill({ roomsOf: (userId) => this.roomsOf(userId) });
    this.bus.subscribe('access:changed', ({ serverId }) => {
      this.cache.drop(serverId);
      return this.sockets.placeServer(serverId);
    });
    // Only this user's sockets move: a server that thousands join must not place all its members each time.
    this.bus.subscribe('membership:changed', ({ serverId, userId }) => {
      this.cache.drop(serverId);
      return this.sockets.placeUser(userId);
    });
    this.bus.onRestored(() => {
      this.cache.dropAll();
      return this.sockets.placeAll();
    });
  }

  /** @throws NOT_FOUND for a stranger, MISSING_PERMISSION for a member without one of the needed */
  async server(caller: Caller, serverId: string, ...needed: PermissionName[]): Promise<ServerAccess> {
    const [rules, member] = await Promise.all([this.cache.rules(serverId), this.cache.member(serverId, caller.userId)]);
    if (!rules || !member) throw new ProblemError('NOT_FOUND');
    const access = serverAccess(rules, member, Date.now());
    requireAll(access.permissions, needed);
    return access;
  }

  /** @throws NOT_FOUND for whoever may not see the channel, MISSING_PERMISSION for a member without one of the needed */
  async channel(caller: Caller, channelId: string, ...needed: PermissionName[]): Promise<ChannelAccess> {
    const serverId = await this.cache.serverOf(channelId);
    if (!serverId) throw new ProblemError('NOT_FOUND');
    const [rules, member] = await Promise.all([this.cache.rules(serverId), this.cache.member(serverId, caller.userId)]);
    const channel = rules?.channels.get(channelId);
    if (!rules || !member || !channel) throw new ProblemError('NOT_FOUND');
    const access = channelAccess(rules, member, channel, Date.now());
    if (!hasPermission(access.permissions, 'VIEW_CHANNEL')) throw new ProblemError('NOT_FOUND');
    requireAll(access.permissions, needed);
    return access;
  }

  /** Every channel of a server that the caller may see. @throws NOT_FOUND */
  async visibleChannels(caller: Caller, serverId: string): Promise<ChannelAccess[]> {
    const { rules, member } = await this.server(caller, serverId);
    const now = Date.now();
    return [...rules.channels.values()]
      .map((channel) => channelAccess(rules, member, channel, now))
      .filter((access) => hasPermission(access.permissions, 'VIEW_CHANNEL'));
  }

  /** Who hears of a channel. @throws NOT_FOUND when it is gone */
  async roomOfChannel(serverId: string, channelId: string): Promise<string> {
    const rules = await this.cache.rules(serverId);
    const channel = rules?.channels.get(channelId);
    if (!rules || !channel) throw new ProblemError('NOT_FOUND');
    return roomOf(rules, channel);
  }

  /** The members who may see a channel, by id. Reads every member: for small servers only. */
  async readers({ rules, channel }: ChannelAccess): Promise<string[]> {
    const members = await this.repository.members(rules.server.id);
    const now = Date.now();
    return members
      .filter((member) => hasPermission(channelAccess(rules, member, channel, now).permissions, 'VIEW_CHANNEL'))
      .map(({ userId }) => userId);
  }

  serversOf(userId: string): Promise<string[]> {
    return this.repository.serversOf(userId);
  }

  /** Whether two people are in a server together; everybody is with themselves. */
  async shareServer(userId: string, otherId: string): Promise<boolean> {
    return userId === otherId || this.repository.shareServer(userId, otherId);
  }

  /**
   * Part of every transaction that may take access away or changes channels, roles or overwrites: what waits to be stored is checked
   * again. `changed` must follow the commit.
   *
   * @throws NOT_FOUND when the server is gone
   */
  async raiseAccessVersion(transaction: Transaction, serverId: string): Promise<void> {
    if (!(await this.repository.raiseAccessVersion(transaction, serverId))) throw new ProblemError('NOT_FOUND');
  }

  /** After commit: every node forgets what it knew of the server and places the sockets of its members anew. */
  async changed(serverId: string): Promise<void> {
    await this.bus.publish('access:changed', { serverId });
  }

  /** After commit: a user came into a server or left it. */
  async membershipChanged(serverId: string, userId: string): Promise<void> {
    await this.bus.publish('membership:changed', { serverId, userId });
  }

  /** What a node holds is out of date, as the database has just shown it. */
  forget(serverId: string): void {
    this.cache.drop(serverId);
  }

  private async roomsOf(userId: string): Promise<string[]> {
    const caller: Caller = { userId, sessionId: '' };
    const serverIds = await this.serversOf(userId);
    const lists = await Promise.all(serverIds.map((serverId) => this.roomsIn(caller, serverId)));
    return lists.flat();
  }

  private async roomsIn(caller: Caller, serverId: string): Promise<string[]> {
    const visible = await this.visibleChannels(caller, serverId).catch((fault: unknown) => {
      // Left between the two reads.
      if (fault instanceof ProblemError) return null;
      throw fault;
    });
    return visible ? [...new Set([rooms.server(serverId), ...visible.map((access) => access.room)])] : [];
  }
}

function requireAll(permissions: bigint, needed: PermissionName[]): void {
  const missing = needed.filter((name) => !hasPermission(permissions, name));
  if (missing.length > 0) throw new ProblemError('MISSING_PERMISSION', { detail: `This needs ${missing.join(', ')}` });
}
