import { Injectable } from '@nestjs/common';
import { hasPermission, limits, type ChannelType, type Follower, type Message, type PermissionName } from '@hearth/contract';
import { AuditLogService } from '../audit-log/audit-log.service.js';
import type { Transaction } from '../database/prisma.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from '../messages/messages.service.js';
import { isOpen } from '../permissions/access.js';
import { lockedChannel } from '../permissions/locked-channel.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { UsersService } from '../users/users.service.js';
import { AnnouncementCopying } from './announcement-copying.js';
import { AnnouncementsRepository, type FollowerRow } from './announcements.repository.js';

const receiving: ReadonlySet<ChannelType> = new Set(['TEXT', 'ANNOUNCEMENT']);
const MAX_ATTEMPTS = 5;

/** One end of following, and what runs it. */
interface End {
  access: ChannelAccess;
  needed: PermissionName;
}

/** Announcement channels and the channels that follow them. */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly repository: AnnouncementsRepository,
    private readonly copying: AnnouncementCopying,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly users: UsersService,
    private readonly auditLog: AuditLogService,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION elsewhere, CONFLICT for a deleted message */
  async publish(caller: Caller, messageId: string): Promise<Message> {
    const message = await this.messages.publish(caller, messageId);
    await this.copying.begin(messageId, message.channelId);
    return message;
  }

  /** By id of the channel. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION for a channel that is not of announcements */
  async followers(
    caller: Caller,
    channelId: string,
    { cursor = '0', limit }: { cursor?: string | undefined; limit: number },
  ): Promise<{ followers: Follower[]; nextCursor: string | null }> {
    requireAnnouncements(await this.permissions.channel(caller, channelId, 'MANAGE_CHANNELS'));
    const rows = await this.repository.followers(channelId, caller.userId, cursor, limit + 1);
    const page = rows.slice(0, limit);
    return { followers: await this.present(caller, page), nextCursor: rows.length > limit ? (page.at(-1)?.channelId ?? null) : null };
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async followed(caller: Caller, targetId: string): Promise<Follower[]> {
    await this.permissions.channel(caller, targetId, 'MANAGE_WEBHOOKS');
    return this.present(caller, await this.repository.followed(targetId, caller.userId));
  }

  /** Whoever follows already does so on. Nobody follows what not every member sees. @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION, LIMIT_REACHED */
  async follow(caller: Caller, channelId: string, targetId: string): Promise<Follower> {
    await this.connect(caller, channelId, targetId);
    const rows = await this.repository.followers(channelId, caller.userId, (BigInt(targetId) - 1n).toString(), 1);
    const [follower] = await this.present(caller, rows);
    if (follower?.channelId !== targetId) throw new ProblemError('NOT_FOUND');
    return follower;
  }

  /** By whoever runs either end. @throws NOT_FOUND, MISSING_PERMISSION */
  async unfollow(caller: Caller, channelId: string, targetId: string, reason: string | undefined): Promise<void> {
    const { access: end, needed } = await this.managed(caller, channelId, targetId);
    const { id, serverId } = end.channel;
    if (serverId === null) throw new ProblemError('NOT_FOUND');
    await this.permissions.underLock(caller, serverId, [], async (transaction, access) => {
      lockedChannel(access, id, needed);
      if (!(await this.repository.remove(transaction, channelId, targetId))) throw new ProblemError('NOT_FOUND');
      await this.record(transaction, caller, { serverId, action: 'FOLLOWER_REMOVE', channelId, targetId, reason });
    });
  }

  /** Goes by the rules of both servers as they are: those of the one are locked, those of the other still what was looked at. */
  private async connect(caller: Caller, channelId: string, targetId: string): Promise<void> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const source = await this.permissions.channel(caller, channelId);
      requireAnnouncements(source);
      const { channel } = await this.permissions.channel(caller, targetId, 'MANAGE_WEBHOOKS');
      if (!isOpen(source))
        throw new ProblemError('MISSING_PERMISSION', { detail: 'Not every member sees this channel: nobody can follow it' });
      if (channel.serverId === null || targetId === channelId || !receiving.has(channel.type))
        throw new ProblemError('VALIDATION', { errors: [{ path: 'body.targetId', message: 'must be another text channel of a server' }] });
      if (await this.insert(caller, source, targetId, channel.serverId)) return;
      this.permissions.forget(source);
    }
    throw new ProblemError('UNAVAILABLE', { retryAfter: 1 });
  }

  /** False where the rules of the source are not what they were. */
  private insert(caller: Caller, source: ChannelAccess, targetId: string, serverId: string): Promise<boolean> {
    const channelId = source.channel.id;
    return this.permissions.underLock(caller, serverId, [], async (transaction, access) => {
      lockedChannel(access, targetId, 'MANAGE_WEBHOOKS');
      if (!(await this.repository.isAsOf(transaction, channelId, source.accessVersion))) return false;
      if (await this.repository.isFollower(transaction, channelId, targetId)) return true;
      if ((await this.repository.countFollowed(transaction, targetId)) >= limits.followedChannels)
        throw new ProblemError('LIMIT_REACHED', { detail: `A channel follows at most ${limits.followedChannels} others` });
      await this.repository.insert(transaction, { channelId, targetId, creatorId: caller.userId });
      await this.record(transaction, caller, { serverId, action: 'FOLLOWER_ADD', channelId, targetId });
      return true;
    });
  }

  /** The end that the caller runs. @throws NOT_FOUND, MISSING_PERMISSION */
  private async managed(caller: Caller, channelId: string, targetId: string): Promise<End> {
    const [source, target] = await Promise.allSettled([
      this.permissions.channel(caller, channelId),
      this.permissions.channel(caller, targetId),
    ]);
    if (source.status === 'fulfilled' && hasPermission(source.value.permissions, 'MANAGE_CHANNELS'))
      return { access: source.value, needed: 'MANAGE_CHANNELS' };
    if (target.status === 'fulfilled' && hasPermission(target.value.permissions, 'MANAGE_WEBHOOKS'))
      return { access: target.value, needed: 'MANAGE_WEBHOOKS' };
    if (source.status === 'rejected') throw source.reason;
    throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs MANAGE_CHANNELS' });
  }

  private async record(
    transaction: Transaction,
    { userId }: Caller,
    act: { serverId: string; action: 'FOLLOWER_ADD' | 'FOLLOWER_REMOVE'; channelId: string; targetId: string; reason?: string | undefined },
  ): Promise<void> {
    const { serverId, action, channelId, targetId, reason } = act;
    const names = await this.repository.names(transaction, channelId, targetId);
    const target = names.get(targetId);
    // The name of a channel elsewhere is for those who may see it.
    const follower = (target?.server?.id.toString() === serverId ? target.name : target?.server?.name) ?? null;
    const change = action === 'FOLLOWER_ADD' ? { before: null, after: follower } : { before: follower, after: null };
    await this.auditLog.record(transaction, {
      serverId,
      actorId: userId,
      action,
      targetId: channelId,
      targetName: names.get(channelId)?.name ?? null,
      changes: [{ key: 'follower', ...change }],
      reason,
    });
  }

  /** The name of a channel is for those who may see it. */
  private async present(caller: Caller, rows: FollowerRow[]): Promise<Follower[]> {
    const people = await this.users.summaries([...new Set(rows.flatMap(({ creatorId }) => creatorId ?? []))]);
    const own = rows.filter(({ isMember }) => isMember).map(({ channelId }) => channelId);
    const checks = await Promise.allSettled(own.map((channelId) => this.permissions.channel(caller, channelId)));
    const seen = new Set(checks.flatMap((check) => (check.status === 'fulfilled' ? [check.value.channel.id] : [])));
    return rows.map(({ channelId, channelName, serverId, serverName, creatorId, createdAt }) => ({
      channelId,
      channelName: seen.has(channelId) ? channelName : null,
      serverId,
      serverName,
      creator: creatorId === null ? null : (people.get(creatorId) ?? null),
      createdAt: createdAt.toISOString(),
    }));
  }
}

function requireAnnouncements({ channel }: ChannelAccess): void {
  if (channel.type !== 'ANNOUNCEMENT') throw new ProblemError('VALIDATION', { detail: 'This is not an announcement channel' });
}
