import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasPermission, limits, type Channel, type Message } from '@hearth/contract';
import { AuditLogService, changesBetween } from '../audit-log/audit-log.service.js';
import { ChannelKinds, type ChannelChange } from '../channels/channels.service.js';
import type { Transaction } from '../database/prisma.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from '../messages/messages.service.js';
import { threadAccess } from '../permissions/access.js';
import { lockedChannel } from '../permissions/locked-channel.js';
import { PermissionsService, type ChannelAccess, type LockedAccess } from '../permissions/permissions.service.js';
import { ThreadNews } from './thread-news.js';
import { changesOf } from './thread-patch.js';
import { requireChange, requireTags } from './threads.policy.js';
import { presentThread, ThreadsRepository, type ThreadChange, type ThreadRow } from './threads.repository.js';

interface Act {
  before: ThreadRow;
  access: ChannelAccess;
  change: ChannelChange;
}

interface Outcome {
  row: ThreadRow;
  patch: ThreadChange;
}

/** What changing and deleting a channel mean for threads. */
@Injectable()
export class ThreadChangesService implements OnModuleInit {
  constructor(
    private readonly repository: ThreadsRepository,
    private readonly permissions: PermissionsService,
    private readonly messages: MessagesService,
    private readonly auditLog: AuditLogService,
    private readonly news: ThreadNews,
    private readonly kinds: ChannelKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register('THREAD', {
      update: (caller, access, change) => this.update(caller, access, change),
      remove: (caller, access, reason) => this.remove(caller, access, reason),
    });
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION, LIMIT_REACHED, and what a new name is refused with */
  private async update(caller: Caller, seen: ChannelAccess, change: ChannelChange): Promise<Channel> {
    const { id, serverId } = seen.channel;
    if (serverId === null) throw new ProblemError('NOT_FOUND');
    const named = await this.judgeName(seen, change);
    const { row, patch } = await this.permissions.underLock(caller, serverId, [], async (transaction, locked) => {
      const before = await this.repository.lock(transaction, id);
      if (!before) throw new ProblemError('NOT_FOUND');
      return this.write(transaction, serverId, { before, access: accessTo(before, locked), change });
    });
    const thread = presentThread(row);
    if (changesRules(patch)) await this.permissions.changed(serverId);
    if (Object.keys(patch).length > 0) await this.news.changed([thread]);
    if (patch.archivedAt === null) await this.news.joined(thread, await this.repository.readStates([id]));
    const first = named && (await this.messages.firstOf([id])).get(id);
    if (first) named(first);
    return thread;
  }

  /** Before the transaction, which would hold a connection while the rules are read with another. Null when the name stays. */
  private async judgeName(access: ChannelAccess, change: ChannelChange): Promise<((message: Message) => void) | null> {
    const before = change.name === undefined ? null : await this.repository.byId(access.channel.id);
    if (!before || change.name === undefined || change.name === before.name) return null;
    requireChange(access, presentIn(access, before), change);
    return this.messages.judgeName(access, change.name, before.id.toString());
  }

  private async write(transaction: Transaction, serverId: string, { before, access, change }: Act): Promise<Outcome> {
    requireChange(access, presentIn(access, before), change);
    if (change.tagIds) await this.checkTags(transaction, access, change.tagIds, before.tagIds.map(String));
    const patch = changesOf(before, change);
    if (Object.keys(patch).length === 0) return { row: before, patch };
    if (patch.archivedAt === null) await this.requireRoom(transaction, serverId);
    if (changesRules(patch)) await this.permissions.raiseAccessVersion(transaction, serverId);
    const row = await this.repository.update(transaction, before.id.toString(), patch);
    await this.record(transaction, serverId, access.userId, { before, row, reason: change.reason });
    return { row, patch };
  }

  /** Needs MANAGE_THREADS. @throws NOT_FOUND, MISSING_PERMISSION */
  private async remove(caller: Caller, { channel, room }: ChannelAccess, reason: string | undefined): Promise<void> {
    const { id, serverId } = channel;
    if (serverId === null) throw new ProblemError('NOT_FOUND');
    await this.permissions.underLock(caller, serverId, [], async (transaction, locked) => {
      const row = await this.repository.lock(transaction, id);
      if (!row) throw new ProblemError('NOT_FOUND');
      if (!hasPermission(accessTo(row, locked).permissions, 'MANAGE_THREADS'))
        throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs MANAGE_THREADS' });
      if (!(await this.repository.remove(transaction, id))) throw new ProblemError('NOT_FOUND');
      await this.permissions.raiseAccessVersion(transaction, serverId);
      const target = { targetId: id, targetName: row.name };
      await this.auditLog.record(transaction, { serverId, actorId: caller.userId, action: 'THREAD_DELETE', ...target, reason });
    });
    await this.permissions.changed(serverId);
    this.news.removed(room, { id, serverId });
  }

  private async checkTags(transaction: Transaction, access: ChannelAccess, wanted: string[], held: string[]): Promise<void> {
    const known = await this.repository.tags(transaction, access.channel.parentId ?? '0');
    requireTags(wanted, held, known, hasPermission(access.permissions, 'MANAGE_THREADS'));
  }

  private async requireRoom(transaction: Transaction, serverId: string): Promise<void> {
    if ((await this.repository.countActive(transaction, serverId)) < limits.activeThreads) return;
    throw new ProblemError('LIMIT_REACHED', { detail: `A server has at most ${limits.activeThreads} active threads` });
  }

  /** What people do with their own threads is no act of running the server. */
  private async record(
    transaction: Transaction,
    serverId: string,
    actorId: string,
    { before, row, reason }: { before: ThreadRow; row: ThreadRow; reason: string | undefined },
  ): Promise<void> {
    if (before.ownerId?.toString() === actorId) return;
    const target = { targetId: row.id.toString(), targetName: row.name };
    const changes = changesBetween(audited(before), audited(row));
    await this.auditLog.record(transaction, { serverId, actorId, action: 'THREAD_UPDATE', ...target, changes, reason });
  }
}

const accessTo = (row: ThreadRow, locked: LockedAccess): ChannelAccess => {
  const parentId = row.parentId?.toString() ?? '';
  return threadAccess(lockedChannel(locked, parentId), { id: row.id.toString(), parentId, locked: row.locked, slowmode: row.slowmode });
};

const presentIn = ({ server, channel }: ChannelAccess, { ownerId }: ThreadRow) => ({
  ownerId: ownerId?.toString() ?? null,
  inForum: server?.rules.channels.get(channel.parentId ?? '')?.type === 'FORUM',
});

/** Whether it is locked and how slow it is stand among the rules that nodes hold. */
const changesRules = (patch: ThreadChange): boolean => 'locked' in patch || 'slowmode' in patch;

const audited = ({ name, autoArchive, locked, slowmode, archivedAt, pinnedAt, tagIds }: ThreadRow) => ({
  name,
  autoArchive,
  locked,
  slowmode,
  archived: archivedAt !== null,
  pinned: pinnedAt !== null,
  tagIds: tagIds.map(String),
});
