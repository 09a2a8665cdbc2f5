import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasPermission, isVisibleToAll, type PermissionMember, type PermissionName } from '@hearth/contract';
import { Bus } from '../cluster/bus.js';
import type { Transaction } from '../database/prisma.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { Visibility } from '../http/visibility.js';
import { LocalSockets } from '../realtime/local-sockets.js';
import { RealtimeRegistry } from '../realtime/realtime-ports.js';
import { rooms } from '../realtime/rooms.js';
import {
  channelAccess,
  conversationAccess,
  roomOf,
  serverAccess,
  threadAccess,
  type ChannelAccess,
  type LockedAccess,
  type ServerAccess,
  type ServerRules,
} from './access.js';
import { AccessCache } from './access-cache.js';
import { channelSight, type Onlooker } from './channel-sight.js';
import { PermissionsRepository } from './permissions.repository.js';
import { Placements, type SightChange } from './placements.js';

export type { ChannelAccess, ChannelRules, LockedAccess, ServerAccess, ServerRules } from './access.js';
export type { SightChange } from './placements.js';

export interface Sight {
  isOpen: boolean;
  sees: (member: Onlooker) => boolean;
}

/** Who may do what, where: the one place that REST, sockets and rooms ask. */
@Injectable()
export class PermissionsService implements OnModuleInit {
  constructor(
    private readonly cache: AccessCache,
    private readonly repository: PermissionsRepository,
    private readonly bus: Bus,
    private readonly sockets: LocalSockets,
    private readonly placements: Placements,
    private readonly registry: RealtimeRegistry,
    private readonly visibility: Visibility,
  ) {}

  /** Of users of this node: which channels they came to see or see no more, after their sockets were moved. */
  onSightChanged(listener: (change: SightChange) => Promise<void>): void {
    this.placements.changed.add(listener);
  }

  onModuleInit(): void {
    this.visibility.register('serverId', (caller, id) => this.server(caller, id));
    this.visibility.register('channelId', (caller, id) => this.channel(caller, id));
    this.registry.fill({ roomsOf: (userId) => this.roomsOf(userId) });
    this.bus.subscribe('access:changed', ({ serverId }) => {
      this.cache.drop(serverId);
      return this.placements.update(serverId);
    });
    // Only this user's sockets move: a server that thousands join must not place all its members each time.
    this.bus.subscribe('membership:changed', ({ serverId, userId }) => {
      this.cache.drop(serverId);
      return this.placements.update(serverId, [userId]);
    });
    this.bus.subscribe('recipients:changed', ({ channelId, userIds }) => this.placeRecipients(channelId, userIds));
    this.bus.onRestored(() => {
      this.cache.dropAll();
      this.placements.forgetAll();
      return this.sockets.placeAll();
    });
  }

  /** Asked of the database each time: who is admin no more is so at once. @throws MISSING_PERMISSION for all but admins of the installation */
  async admin({ userId }: Pick<Caller, 'userId'>): Promise<void> {
    if (!(await this.repository.isAdmin(userId))) throw new ProblemError('MISSING_PERMISSION', { detail: 'This is for admins' });
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
  async channel(caller: Pick<Caller, 'userId'>, channelId: string, ...needed: PermissionName[]): Promise<ChannelAccess> {
    const access = await this.find(caller.userId, channelId);
    if (!access || !hasPermission(access.permissions, 'VIEW_CHANNEL')) throw new ProblemError('NOT_FOUND');
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

  /** Who hears of a channel; null when it is gone. */
  async roomOfChannel(channelId: string): Promise<string | null> {
    const home = await this.cache.home(channelId);
    if (!home) return null;
    if (home.serverId === null) return rooms.channel(channelId);
    const thread = home.isThread ? await this.cache.thread(home.serverId, channelId) : null;
    const rules = await this.cache.rules(home.serverId);
    const channel = rules?.channels.get(thread?.parentId ?? channelId);
    return rules && channel ? roomOf(rules, channel) : null;
  }

  /** Those who may see a channel, by id. Reads every member: for small servers only. */
  async readers({ server, conversation, channel }: ChannelAccess): Promise<string[]> {
    if (conversation) return [...conversation.recipientIds];
    if (!server) return [];
    const { rules } = server;
    const members = await this.repository.members(rules.server.id);
    const now = Date.now();
    return members
      .filter((member) => hasPermission(channelAccess(rules, member, channel, now).permissions, 'VIEW_CHANNEL'))
      .map(({ userId }) => userId);
  }

  /** Of these users those who see a channel of a server; of a thread, its channel is asked. */
  async readersAmong(serverId: string, channelId: string, userIds: string[]): Promise<Set<string>> {
    const found = await this.cache.members(serverId, userIds);
    const channel = found?.rules.channels.get(channelId);
    if (!found || !channel) return new Set();
    return new Set([...found.members.values()].filter(channelSight(found.rules, channel)).map(({ userId }) => userId));
  }

  /** Who of its server sees a channel, to be asked of thousands; null when it is gone. `isOpen`: every member does. */
  async sight(serverId: string, channelId: string): Promise<Sight | null> {
    const rules = await this.cache.rules(serverId);
    const channel = rules?.channels.get(channelId);
    return rules && channel ? { isOpen: isVisibleToAll(rules.server, channel.overwrites), sees: channelSight(rules, channel) } : null;
  }

  serversOf(userId: string): Promise<string[]> {
    return this.repository.serversOf(userId);
  }

  /** DMs and groups. */
  conversationsOf(userId: string): Promise<string[]> {
    return this.repository.conversationsOf(userId);
  }

  /** Whether two people are in a server together; everybody is with themselves. */
  async shareServer(userId: string, otherId: string): Promise<boolean> {
    return userId === otherId || this.repository.shareServer(userId, otherId);
  }

  /** Several members, by id, with the rules that hold for them; those who are not in the server are left out. @throws NOT_FOUND */
  async membersOf(serverId: string, userIds: string[]): Promise<{ rules: ServerRules; members: Map<string, PermissionMember> }> {
    const found = await this.cache.members(serverId, userIds);
    if (!found) throw new ProblemError('NOT_FOUND');
    return found;
  }

  /**
   * Runs an act whose right depends on more than one permission: while its transaction runs, nobody changes the rules of the server, so
   * what `work` decides by is what it changes.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION
   */
  underLock<T>(
    caller: Caller,
    serverId: string,
    needed: PermissionName[],
    work: (transaction: Transaction, access: LockedAccess) => Promise<T>,
  ): Promise<T> {
    return this.repository.transaction(async (transaction) => {
      const version = await this.repository.lock(transaction, serverId);
      const held = this.cache.held(serverId);
      // Read with the transaction's own connection: waiting for another one, transactions could wait for each other.
      const rules = held?.accessVersion === version ? held : await this.repository.rulesIn(transaction, serverId);
      const others = async (userIds: string[]) => {
        const members = await this.repository.membersAmong(serverId, userIds, transaction);
        return new Map(members.map((member) => [member.userId, member]));
      };
      const member = (await others([caller.userId])).get(caller.userId);
      if (!rules || !member) throw new ProblemError('NOT_FOUND');
      const now = Date.now();
      const access = serverAccess(rules, member, now);
      requireAll(access.permissions, needed);
      return work(transaction, { ...access, now, others });
    });
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

  /** As `raiseAccessVersion`, for a DM or group. `recipientsChanged` must follow the commit. @throws NOT_FOUND when it is gone */
  async raiseChannelAccessVersion(transaction: Transaction, channelId: string): Promise<void> {
    if (!(await this.repository.raiseChannelAccessVersion(transaction, channelId))) throw new ProblemError('NOT_FOUND');
  }

  /** After commit: every node forgets what it knew of the conversation, and these users come in or go. */
  async recipientsChanged(channelId: string, userIds: string[]): Promise<void> {
    await this.bus.publish('recipients:changed', { channelId, userIds });
  }

  /** What a node holds is out of date, as the database has just shown it. */
  forget({ channel }: Pick<ChannelAccess, 'channel'>): void {
    if (channel.serverId === null) this.cache.dropConversation(channel.id);
    else this.cache.drop(channel.serverId);
  }

  /** Null where there is nothing, or nothing for this user. */
  private async find(userId: string, channelId: string): Promise<ChannelAccess | null> {
    const home = await this.cache.home(channelId);
    if (!home) return null;
    if (home.serverId === null) return this.inConversation(userId, channelId);
    const [rules, member, thread] = await Promise.all([
      this.cache.rules(home.serverId),
      this.cache.member(home.serverId, userId),
      home.isThread ? this.cache.thread(home.serverId, channelId) : null,
    ]);
    if (home.isThread && !thread) return null;
    const channel = rules?.channels.get(thread?.parentId ?? channelId);
    if (!rules || !member || !channel) return null;
    const access = channelAccess(rules, member, channel, Date.now());
    return thread ? threadAccess(access, thread) : access;
  }

  private async inConversation(userId: string, channelId: string): Promise<ChannelAccess | null> {
    const rules = await this.cache.conversation(channelId);
    return rules && conversationAccess(rules, userId);
  }

  private async placeRecipients(channelId: string, userIds: string[]): Promise<void> {
    this.cache.dropConversation(channelId);
    this.sockets.placeAgain();
    const present = userIds.filter((userId) => this.sockets.ofUser(userId).length > 0);
    if (present.length === 0) return;
    const rules = await this.cache.conversation(channelId);
    const room = [rooms.channel(channelId)];
    for (const userId of present) {
      const isIn = rules?.recipientIds.has(userId) === true;
      this.sockets.move(userId, isIn ? room : [], isIn ? [] : room);
    }
  }

  private async roomsOf(userId: string): Promise<string[]> {
    const [serverIds, conversationIds] = await Promise.all([this.serversOf(userId), this.repository.conversationsOf(userId)]);
    const lists = await Promise.all(serverIds.map((serverId) => this.roomsIn(userId, serverId)));
    return [...lists.flat(), ...conversationIds.map(rooms.channel)];
  }

  private async roomsIn(userId: string, serverId: string): Promise<string[]> {
    const [rules, member] = await Promise.all([this.cache.rules(serverId), this.cache.member(serverId, userId)]);
    // Left between the two reads.
    return rules && member ? this.placements.enter({ rules, member }) : [];
  }
}

function requireAll(permissions: bigint, needed: PermissionName[]): void {
  const missing = needed.filter((name) => !hasPermission(permissions, name));
  if (missing.length > 0) throw new ProblemError('MISSING_PERMISSION', { detail: `This needs ${missing.join(', ')}` });
}
