import { Injectable } from '@nestjs/common';
import {
  limits,
  type createIncident,
  type Incident,
  type IncidentEvidence,
  type IncidentPreview,
  type Input,
  type previewIncident,
} from '@hearth/contract';
import { AuditLogService } from '../../audit-log/audit-log.service.js';
import { Snowflakes } from '../../database/snowflakes.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { ServersService } from '../../servers/servers.service.js';
import { UsersService } from '../../users/users.service.js';
import { IncidentRunner } from './incident-runner.js';
import { incidentState } from './incident-state.js';
import { presentChange, presentEvidence, presentIncident, type IncidentPart, type IncidentRow } from './incidents.presenter.js';
import { IncidentsRepository, type JoinRow, type Window } from './incidents.repository.js';
import { Reverts } from './reverts.js';
import { isWithinReach } from './suspects.policy.js';

type PreviewInput = Input<typeof previewIncident>['body'];
type IncidentInput = Input<typeof createIncident>['body'];

/** Raids, seen and undone. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly repository: IncidentsRepository,
    private readonly runner: IncidentRunner,
    private readonly reverts: Reverts,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly users: UsersService,
    private readonly servers: ServersService,
    private readonly snowflakes: Snowflakes,
  ) {}

  /**
   * Who came in a window of time, and what they and others in question did in it; of others only those who are in the server or once were.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION
   */
  async preview(caller: Caller, serverId: string, { userIds = [], inviteCode, ...times }: PreviewInput): Promise<IncidentPreview> {
    const access = await this.permissions.server(caller, serverId, 'ADMINISTRATOR');
    const window = windowOf(serverId, times);
    const [joins, joinCount, known] = await Promise.all([
      this.repository.joins(window, inviteCode),
      this.repository.countJoins(window, inviteCode),
      this.servers.everIn(serverId, userIds),
    ]);
    const others = userIds.filter((userId) => known.has(userId));
    const asked = listed(others, joins);
    const [{ members }, banned, messages, changes, done] = await Promise.all([
      this.permissions.membersOf(serverId, asked),
      this.repository.bannedAmong(serverId, asked),
      this.repository.messageCounts(window, asked),
      this.repository.changes(window, asked, null, limits.incidentChanges),
      this.repository.changeCounts(window, asked),
    ]);
    const people = await this.users.summaries([...new Set([...asked, ...joins.flatMap(({ inviterId }) => inviterId ?? [])])]);
    const joined = new Map(joins.map((join) => [join.userId, join]));
    const written = sums(messages.map(({ authorId, count }) => [authorId, count]));
    const suspects = asked.flatMap((userId) => {
      const user = people.get(userId);
      const counts = { messages: written.get(userId) ?? 0, changes: done.get(userId) ?? 0 };
      const state = {
        isMember: members.has(userId),
        isBanned: banned.has(userId),
        canActOn: isWithinReach(access, userId, members.get(userId)),
      };
      return user ? [{ user, ...originOf(joined.get(userId), people), ...state, ...counts }] : [];
    });
    return {
      suspects,
      joins: joinCount,
      channels: channelsOf(messages),
      changes: changes.map((row) => ({ ...withoutDetails(presentChange(row)), canRevert: this.reverts.knows(row) })),
    };
  }

  /** Begins to take back; those on whom the caller may not act are left out. @throws NOT_FOUND, MISSING_PERMISSION, UNAVAILABLE */
  async create(caller: Caller, serverId: string, input: IncidentInput): Promise<Incident> {
    const part = await this.plan(caller, serverId, input);
    const row = await this.permissions.underLock(caller, serverId, ['ADMINISTRATOR'], async (transaction) => {
      const row = await this.repository.insert(transaction, part);
      const { removeMembers, deleteMessages, revertChanges, userIds, reason } = part.state;
      const facts = { since: input.since, until: input.until, users: userIds.length, removeMembers, deleteMessages, revertChanges };
      const changes = Object.entries(facts).map(([key, after]) => ({ key, before: null, after }));
      await this.auditLog.record(transaction, {
        serverId,
        actorId: caller.userId,
        action: 'INCIDENT_REVERT',
        targetId: part.id,
        changes,
        reason,
      });
      return row;
    });
    await this.runner.begin(part);
    return this.presentOne(row);
  }

  /** The newest first. @throws NOT_FOUND, MISSING_PERMISSION */
  async list(
    caller: Caller,
    serverId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<{ incidents: Incident[]; nextCursor: string | null }> {
    await this.permissions.server(caller, serverId, 'ADMINISTRATOR');
    const rows = await this.repository.list(serverId, cursor, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { incidents: await this.present(page), nextCursor: last?.id.toString() ?? null };
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async get(caller: Caller, serverId: string, incidentId: string): Promise<Incident> {
    return this.presentOne(await this.find(caller, serverId, incidentId));
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async evidence(
    caller: Caller,
    serverId: string,
    incidentId: string,
    { cursor, limit }: { cursor?: number | undefined; limit: number },
  ): Promise<{ evidence: IncidentEvidence[]; nextCursor: string | null }> {
    await this.find(caller, serverId, incidentId);
    const rows = await this.repository.evidence(incidentId, cursor, limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { evidence: page.map(presentEvidence), nextCursor: last?.number.toString() ?? null };
  }

  private async plan(caller: Caller, serverId: string, input: IncidentInput): Promise<IncidentPart> {
    const access = await this.permissions.server(caller, serverId, 'ADMINISTRATOR');
    const [{ members }, known] = await Promise.all([
      this.permissions.membersOf(serverId, input.userIds),
      this.servers.everIn(serverId, input.userIds),
    ]);
    const asked = [...new Set(input.userIds)];
    const userIds = asked.filter((userId) => known.has(userId) && isWithinReach(access, userId, members.get(userId)));
    const { removeMembers, deleteMessages, revertChanges } = input;
    const window = windowOf(serverId, input);
    const [messages, changes] = await Promise.all([
      deleteMessages ? this.repository.messageCounts(window, userIds) : [],
      revertChanges ? this.repository.changeCounts(window, userIds) : new Map<string, number>(),
    ]);
    const total = (removeMembers === 'none' ? 0 : userIds.length) + messages.reduce((sum, { count }) => sum + count, 0) + sumOf(changes);
    const what = { reason: input.reason?.trim() || null, removeMembers, deleteMessages, revertChanges };
    const state = incidentState.parse({
      ...what,
      userIds,
      status: 'RUNNING',
      total,
      skipped: asked.length - userIds.length,
      touchedAt: Date.now(),
    });
    return { ...window, id: this.snowflakes.next(), actorId: caller.userId, state };
  }

  private async find(caller: Caller, serverId: string, incidentId: string): Promise<IncidentRow> {
    await this.permissions.server(caller, serverId, 'ADMINISTRATOR');
    const row = await this.repository.byId(incidentId);
    if (row?.serverId.toString() !== serverId) throw new ProblemError('NOT_FOUND');
    return row;
  }

  private async present(rows: IncidentRow[]): Promise<Incident[]> {
    const people = await this.users.summaries([...new Set(rows.flatMap(({ actorId }) => actorId?.toString() ?? []))]);
    const now = Date.now();
    return rows.map((row) => presentIncident(row, people, now));
  }

  private async presentOne(row: IncidentRow): Promise<Incident> {
    const [incident] = await this.present([row]);
    if (!incident) throw new ProblemError('NOT_FOUND');
    return incident;
  }
}

const windowOf = (serverId: string, { since, until }: { since: string; until: string }): Window => ({
  serverId,
  since: Date.parse(since),
  until: Date.parse(until),
});

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Those in question, then who came, the first of them first. Of too many the last joins are left out: whoever is dealt with makes place for them. */
function listed(others: string[], joins: JoinRow[]): string[] {
  const all = [...new Set([...others, ...joins.map(({ userId }) => userId)])].slice(0, limits.incidentSuspects);
  const times = new Map(joins.map(({ userId, joinedAt }) => [userId, joinedAt.getTime()]));
  const timeOf = (userId: string) => times.get(userId) ?? 0;
  const asked = new Set(others);
  const came = all.filter((userId) => !asked.has(userId)).toSorted((one, other) => timeOf(one) - timeOf(other));
  return [...all.filter((userId) => asked.has(userId)), ...came];
}

function sums(entries: [string, number][]): Map<string, number> {
  const all = new Map<string, number>();
  for (const [key, count] of entries) all.set(key, (all.get(key) ?? 0) + count);
  return all;
}

const originOf = (join: JoinRow | undefined, people: Awaited<ReturnType<UsersService['summaries']>>) => ({
  joinedAt: join?.joinedAt.toISOString() ?? null,
  inviter: people.get(join?.inviterId ?? '') ?? null,
  inviteCode: join?.inviteCode ?? null,
});

/** The fullest first. */
function channelsOf(messages: { channelId: string; name: string; count: number }[]): IncidentPreview['channels'] {
  const totals = sums(messages.map(({ channelId, count }) => [channelId, count]));
  const names = new Map(messages.map(({ channelId, name }) => [channelId, name]));
  return [...totals]
    .map(([channelId, count]) => ({ channelId, name: names.get(channelId) ?? '', messages: count }))
    .sort((one, other) => other.messages - one.messages);
}

const withoutDetails = ({ changes: _changes, reason: _reason, ...change }: ReturnType<typeof presentChange>) => change;
