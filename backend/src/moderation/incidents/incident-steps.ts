import { Injectable } from '@nestjs/common';
import { idAt } from '@hearth/contract';
import { AuditLogService, type AuditEntry } from '../../audit-log/audit-log.service.js';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { RemovalsService, type RemovedMessage } from '../../messages/bulk-delete/removals.service.js';
import { PermissionsService, type LockedAccess } from '../../permissions/permissions.service.js';
import { BansService } from '../../servers/bans/bans.service.js';
import { ServersService } from '../../servers/servers.service.js';
import { presentUserSummary } from '../../users/users.service.js';
import { progressed, type IncidentState } from './incident-state.js';
import { partOf, presentChange, type ChangeRow, type IncidentPart } from './incidents.presenter.js';
import { IncidentsRepository, type MemberRow } from './incidents.repository.js';
import { Reverts } from './reverts.js';
import { isWithinReach } from './suspects.policy.js';

const MEMBERS_AT_ONCE = 50;
const CHANGES_AT_ONCE = 10;

/** The parts of undoing a raid. Each does some, keeps what was there as evidence in the same transaction, and says whether nothing is left. */
@Injectable()
export class IncidentSteps {
  constructor(
    private readonly repository: IncidentsRepository,
    private readonly removals: RemovalsService,
    private readonly reverts: Reverts,
    private readonly permissions: PermissionsService,
    private readonly servers: ServersService,
    private readonly bans: BansService,
    private readonly auditLog: AuditLogService,
  ) {}

  async members(part: IncidentPart): Promise<boolean> {
    const { serverId } = part;
    const { gone, isOver } = await this.permissions.underLock(callerOf(part), serverId, ['ADMINISTRATOR'], async (transaction, access) => {
      const state = await this.lock(transaction, part, 'members');
      const from = Number(state?.next ?? 0);
      const userIds = state?.userIds.slice(from, from + MEMBERS_AT_ONCE) ?? [];
      if (!state || userIds.length === 0) return { gone: [], isOver: true };
      const people = await this.repository.people(transaction, userIds);
      // What is no account, or none any more, cannot be banned.
      const allowed = (await withinReach(access, userIds)).filter((userId) => people.has(userId));
      const gone = await this.remove(transaction, part, state, allowed);
      const change = { removed: state.removed + gone.length, skipped: state.skipped + userIds.length - allowed.length };
      const next = { ...change, next: String(from + userIds.length), evidence: state.evidence + gone.length };
      await this.save(transaction, part, progressed(state, userIds.length, next));
      return { gone, isOver: false };
    });
    await this.servers.farewell(serverId, gone);
    return isOver;
  }

  async messages(part: IncidentPart): Promise<boolean> {
    const { serverId, since, until, state } = part;
    const access = await this.permissions.server(callerOf(part), serverId, 'ADMINISTRATOR');
    const { members } = await this.permissions.membersOf(serverId, state.userIds);
    const authorIds = state.userIds.filter((userId) => isWithinReach(access, userId, members.get(userId)));
    const selection = { serverId, authorIds, from: state.next ?? idAt(since), until: idAt(until) };
    const { next } = await this.removals.removeSome(selection, {
      first: async (transaction) => (await this.lock(transaction, part, 'messages')) !== null,
      then: (transaction, removed, channelId) => this.keepMessages(transaction, part, removed, channelId),
    });
    if (next === null) return true;
    await this.repository.transaction(async (transaction) => {
      const present = await this.lock(transaction, part, 'messages');
      if (present) await this.save(transaction, part, { ...present, next });
    });
    return false;
  }

  async changes(part: IncidentPart): Promise<boolean> {
    const { state, serverId } = part;
    await this.permissions.server(callerOf(part), serverId, 'ADMINISTRATOR');
    const rows = await this.repository.changes(part, state.userIds, state.next, CHANGES_AT_ONCE);
    // One after the other: the newest first, each is what the one before it left.
    for (const row of rows) await this.keepChange(part, row, await this.reverts.revert(callerOf(part), serverId, row, state.reason));
    return rows.length < CHANGES_AT_ONCE;
  }

  private async remove(transaction: Transaction, part: IncidentPart, state: IncidentState, userIds: string[]): Promise<string[]> {
    const { id, serverId } = part;
    const { removeMembers, reason } = state;
    const { userId: actorId } = callerOf(part);
    const rows = await this.repository.members(transaction, serverId, userIds);
    await this.repository.keep(
      transaction,
      id,
      state.evidence,
      rows.map((row) => ({ kind: 'MEMBER', data: memberEvidence(row) })),
    );
    if (removeMembers === 'ban') await this.bans.banAll(transaction, serverId, userIds, actorId, reason);
    await this.servers.expel(transaction, serverId, userIds);
    const names = await this.repository.people(transaction, userIds);
    const acts = removeMembers === 'ban' ? userIds : rows.map(({ userId }) => userId.toString());
    const action = removeMembers === 'ban' ? 'MEMBER_BAN' : 'MEMBER_KICK';
    const entries = acts.map((targetId): AuditEntry => {
      return { serverId, actorId, action, targetId, targetName: names.get(targetId)?.username ?? null, reason };
    });
    await this.auditLog.recordAll(transaction, entries);
    return rows.map(({ userId }) => userId.toString());
  }

  private async keepMessages(transaction: Transaction, part: IncidentPart, removed: RemovedMessage[], channelId: string): Promise<void> {
    const state = await this.lock(transaction, part, 'messages');
    if (!state) return;
    const authors = await this.repository.people(transaction, [...new Set(removed.map(({ authorId }) => authorId.toString()))]);
    const channelName = await this.repository.channelName(transaction, channelId);
    const evidence = removed.flatMap(({ id, authorId, content, createdAt, editedAt }) => {
      const author = authors.get(authorId.toString());
      const times = { createdAt: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null };
      const data = author && { id: id.toString(), channelId, channelName, author: presentUserSummary(author), content, ...times };
      return data ? [{ kind: 'MESSAGE' as const, data }] : [];
    });
    await this.repository.keep(transaction, part.id, state.evidence, evidence);
    const change = { deleted: state.deleted + removed.length, evidence: state.evidence + evidence.length };
    await this.save(transaction, part, progressed(state, removed.length, change));
  }

  private keepChange(part: IncidentPart, row: ChangeRow, isReverted: boolean): Promise<void> {
    return this.repository.transaction(async (transaction) => {
      const state = await this.lock(transaction, part, 'changes');
      if (!state) return;
      await this.repository.keep(transaction, part.id, state.evidence, [
        { kind: 'CHANGE', data: { ...presentChange(row), reverted: isReverted } },
      ]);
      const counts = isReverted ? { reverted: state.reverted + 1 } : { skipped: state.skipped + 1 };
      await this.save(transaction, part, progressed(state, 1, { ...counts, next: row.id.toString(), evidence: state.evidence + 1 }));
    });
  }

  /** How far it is, until the transaction ends; null when this phase is not on any more. */
  private async lock(
    transaction: Transaction,
    { id, serverId }: IncidentPart,
    phase: IncidentState['phase'],
  ): Promise<IncidentState | null> {
    const row = await this.repository.lock(transaction, serverId, id);
    const state = row && partOf(row).state;
    return state?.status === 'RUNNING' && state.phase === phase ? state : null;
  }

  private save(transaction: Transaction, { id }: IncidentPart, state: IncidentState): Promise<void> {
    return this.repository.save(transaction, id, { ...state, touchedAt: Date.now() });
  }
}

/** It goes on with the rights of whoever began it. @throws NOT_FOUND when their account is gone */
function callerOf({ actorId }: IncidentPart): Caller {
  if (actorId === null) throw new ProblemError('NOT_FOUND');
  return { userId: actorId, sessionId: '' };
}

async function withinReach(access: LockedAccess, userIds: string[]): Promise<string[]> {
  const members = await access.others(userIds);
  return userIds.filter((userId) => isWithinReach(access, userId, members.get(userId)));
}

const memberEvidence = ({ user, nickname, roles, joinedAt, inviterId, inviteCode }: MemberRow) => ({
  user: presentUserSummary(user),
  nickname,
  roleIds: roles.map(({ roleId }) => roleId.toString()),
  joinedAt: joinedAt.toISOString(),
  inviterId: inviterId?.toString() ?? null,
  inviteCode,
});
