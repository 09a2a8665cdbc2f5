import { Injectable } from '@nestjs/common';
import { areInSync, limits, type AuditAction, type AuditChange, type Channel, type PermissionOverwrite } from '@hearth/contract';
import { AuditLogService } from '../../audit-log/audit-log.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { lockedChannel } from '../../permissions/locked-channel.js';
import { PermissionsService, type ChannelRules, type LockedAccess } from '../../permissions/permissions.service.js';
import { presentChannel } from '../channels.presenter.js';
import { ChannelsRepository } from '../channels.repository.js';
import { ChannelsService } from '../channels.service.js';
import { changedOverwrites, followers, isTarget, requireAllowed, type OverwriteChange } from './overwrites.policy.js';
import { OverwritesRepository } from './overwrites.repository.js';

/** An overwrite as it travels. */
export type OverwriteInput = Channel['overwrites'][number];

type Next = (channel: ChannelRules, access: LockedAccess) => PermissionOverwrite[] | Promise<PermissionOverwrite[]>;

interface Act {
  action: AuditAction;
  reason: string | undefined;
}

/** What a channel allows and denies to roles and members, beside what their roles say. */
@Injectable()
export class OverwritesService {
  constructor(
    private readonly repository: OverwritesRepository,
    private readonly channelRows: ChannelsRepository,
    private readonly channels: ChannelsService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION, LIMIT_REACHED, VALIDATION for a thread */
  set(caller: Caller, channelId: string, input: OverwriteInput, reason?: string): Promise<Channel> {
    const overwrite = inBits(input);
    return this.change(caller, channelId, { action: 'OVERWRITE_UPDATE', reason }, async ({ overwrites }, access) => {
      const others = overwrites.filter(({ targetId }) => targetId !== overwrite.targetId);
      if (others.length === overwrites.length && !(await isTarget(access, overwrite))) throw new ProblemError('NOT_FOUND');
      if (others.length >= limits.overwritesPerChannel)
        throw new ProblemError('LIMIT_REACHED', { detail: `A channel has at most ${limits.overwritesPerChannel} overwrites` });
      return [...others, overwrite];
    });
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async remove(caller: Caller, channelId: string, targetId: string, reason?: string): Promise<void> {
    await this.change(caller, channelId, { action: 'OVERWRITE_DELETE', reason }, ({ overwrites }) => {
      const others = overwrites.filter((overwrite) => overwrite.targetId !== targetId);
      if (others.length === overwrites.length) throw new ProblemError('NOT_FOUND');
      return others;
    });
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION, VALIDATION, CONFLICT where they are not what they were before */
  replace(
    caller: Caller,
    channelId: string,
    { overwrites, before, reason }: { overwrites: OverwriteInput[]; before?: OverwriteInput[] | undefined; reason?: string | undefined },
  ): Promise<Channel> {
    return this.change(caller, channelId, { action: 'OVERWRITE_UPDATE', reason }, (present) => {
      if (before && !areInSync(before.map(inBits), present.overwrites))
        throw new ProblemError('CONFLICT', { detail: 'Somebody else changed the overwrites meanwhile' });
      return overwrites.map(inBits);
    });
  }

  /** Takes the overwrites of the category. @throws NOT_FOUND, MISSING_PERMISSION, CONFLICT where there is none */
  sync(caller: Caller, channelId: string, reason?: string): Promise<Channel> {
    return this.change(caller, channelId, { action: 'OVERWRITE_UPDATE', reason }, ({ parentId }, { rules }) => {
      const category = parentId === null ? undefined : rules.channels.get(parentId);
      if (!category) throw new ProblemError('CONFLICT', { detail: 'The channel is in no category' });
      return [...category.overwrites];
    });
  }

  private async change(caller: Caller, channelId: string, act: Act, next: Next): Promise<Channel> {
    const { channel } = await this.permissions.channel(caller, channelId, 'MANAGE_ROLES');
    const serverId = requireListed(channel);
    const changed = await this.permissions.underLock(caller, serverId, [], async (transaction, access) => {
      const { channel: present, permissions } = lockedChannel(access, channelId, 'MANAGE_ROLES');
      const overwrites = await next(present, access);
      const changes = changedOverwrites(present.overwrites, overwrites);
      await requireAllowed(access, permissions, changes);
      if (changes.length === 0) return [];
      const ids = followers(access.rules, present).map(({ id }) => id);
      await this.permissions.raiseAccessVersion(transaction, serverId);
      await this.repository.replace(transaction, ids, overwrites);
      await this.record(transaction, caller, present, changes, act);
      return ids;
    });
    if (changed.length > 0) await this.permissions.changed(serverId);
    const rows = await this.channelRows.byIds(changed.length > 0 ? changed : [channelId]);
    const channels = rows.map(presentChannel);
    if (changed.length > 0) await this.channels.announce(channels);
    const found = channels.find(({ id }) => id === channelId);
    if (!found) throw new ProblemError('NOT_FOUND');
    return found;
  }

  private async record(
    transaction: Transaction,
    caller: Caller,
    channel: ChannelRules,
    changes: OverwriteChange[],
    act: Act,
  ): Promise<void> {
    await this.auditLog.record(transaction, {
      ...act,
      serverId: channel.serverId ?? '',
      actorId: caller.userId,
      targetId: channel.id,
      targetName: await this.repository.channelName(transaction, channel.id),
      changes: changes.map(auditChange),
    });
  }
}

/** @throws VALIDATION for a thread, which has those of its channel */
export function requireListed({ type, serverId }: ChannelRules): string {
  if (serverId !== null && type !== 'THREAD') return serverId;
  const message = 'a thread has the overwrites of its channel';
  throw new ProblemError('VALIDATION', { detail: message, errors: [{ path: 'params.channelId', message }] });
}

export const inBits = ({ targetId, type, allow, deny }: OverwriteInput): PermissionOverwrite => ({
  targetId,
  type,
  allow: BigInt(allow),
  deny: BigInt(deny),
});

const auditChange = ({ type, targetId, before, after }: OverwriteChange): AuditChange => ({
  key: `${type}:${targetId}`,
  before: before && inText(before),
  after: after && inText(after),
});

const inText = ({ allow, deny }: PermissionOverwrite) => ({ allow: allow.toString(), deny: deny.toString() });
