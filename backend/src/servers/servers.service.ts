import { Injectable } from '@nestjs/common';
import {
  id,
  limits,
  type AuditChange,
  type JoinedServer,
  type Member,
  type PermissionMember,
  type PermissionServer,
  type Server,
  type ServerEventEntry,
} from '@hearth/contract';
import { AuditLogService, changesBetween, type AuditEntry } from '../audit-log/audit-log.service.js';
import { ChannelsService } from '../channels/channels.service.js';
import { Listeners } from '../cluster/listeners.js';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { decodeCursor, pageOf } from './keyset-cursor.js';
import { presentMember, presentServer, type MemberRow, type ServerRow } from './servers.presenter.js';
import { ServersRepository, type Origin, type ServerFields } from './servers.repository.js';

const isUserId = (text: string) => id.safeParse(text).success;

/** What is left out stays. */
type ServerChange = { [F in keyof ServerFields]?: ServerFields[F] | undefined };

const givenFields = (change: ServerChange): Partial<ServerFields> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** What of a server says whom it lets in. */
const SCREENING: ReadonlySet<string> = new Set(['rules', 'minAccountAge', 'verificationLevel']);

function requireName(server: ServerRow | null, name: string): void {
  if (!server) throw new ProblemError('NOT_FOUND');
  if (server.name === name) return;
  const message = 'must be the name of the server';
  throw new ProblemError('VALIDATION', { detail: message, errors: [{ path: 'query.name', message }] });
}

@Injectable()
export class ServersService {
  private readonly arrivals = new Listeners<{ serverId: string; userId: string }>();

  constructor(
    private readonly repository: ServersRepository,
    private readonly channels: ChannelsService,
    private readonly permissions: PermissionsService,
    private readonly auditLog: AuditLogService,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
  ) {}

  /** Somebody came into a server. */
  onArrival(listener: (news: { serverId: string; userId: string }) => Promise<void>): void {
    this.arrivals.add(listener);
  }

  /** The caller's servers with the channels that they may see, in three reads however many there are. */
  async joined(caller: Caller): Promise<JoinedServer[]> {
    return this.present(await this.repository.memberships(caller.userId));
  }

  /** @throws NOT_FOUND */
  async get(caller: Caller, serverId: string): Promise<JoinedServer> {
    const [server] = await this.present(await this.repository.memberships(caller.userId, serverId));
    if (!server) throw new ProblemError('NOT_FOUND');
    return server;
  }

  /** @throws LIMIT_REACHED */
  async create(caller: Caller, name: string): Promise<JoinedServer> {
    const serverId = this.snowflakes.next();
    await this.repository.transaction(async (transaction) => {
      await this.requireRoom(transaction, caller.userId);
      await this.repository.insert(transaction, { id: serverId, channelId: this.snowflakes.next(), ownerId: caller.userId, name });
    });
    await this.permissions.membershipChanged(serverId, caller.userId);
    const server = await this.get(caller, serverId);
    this.publisher.emit(rooms.user(caller.userId), 'server:create', server);
    return server;
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION */
  async update(caller: Caller, serverId: string, input: ServerChange): Promise<Server> {
    const change = givenFields(input);
    const { row, admitted, isRestricting } = await this.permissions.underLock(caller, serverId, ['MANAGE_SERVER'], async (transaction) => {
      const before = await this.repository.changeable(transaction, serverId);
      const row = await this.repository.update(transaction, serverId, change);
      const changes = changesBetween({ ...before }, { ...before, ...change });
      await this.recordUpdate(transaction, { serverId, actorId: caller.userId, targetName: before.name }, changes);
      const admitted = change.rules?.length === 0 ? await this.repository.admitPending(transaction, serverId) : [];
      const isRestricting = admitted.length > 0 || changes.some(({ key }) => key === 'verificationLevel');
      if (isRestricting) await this.permissions.raiseAccessVersion(transaction, serverId);
      return { row, admitted, isRestricting };
    });
    if (isRestricting) await this.permissions.changed(serverId);
    const server = presentServer(row);
    this.publisher.emitAll(rooms.server(serverId), [
      ['server:update', server],
      ...admitted.map((member): ServerEventEntry => ['member:update', presentMember(member)]),
    ]);
    return server;
  }

  /**
   * @param name as the caller typed it, for whoever could mistake the server
   * @throws NOT_FOUND, MISSING_PERMISSION for all but the owner, VALIDATION for another name
   */
  async remove(caller: Caller, serverId: string, name?: string): Promise<void> {
    const { rules } = await this.permissions.server(caller, serverId);
    if (rules.server.ownerId !== caller.userId)
      throw new ProblemError('MISSING_PERMISSION', { detail: 'Only the owner can delete a server' });
    if (name !== undefined) requireName(await this.repository.byId(serverId), name);
    if (!(await this.repository.remove(serverId, caller.userId))) throw new ProblemError('NOT_FOUND');
    // Before the sockets leave the room: afterwards nobody would hear it.
    this.publisher.emit(rooms.server(serverId), 'server:delete', { serverId });
    await this.permissions.changed(serverId);
  }

  /** All, with `query` one page of those whose name begins so, and with `roleId` who have it, or those of `userIds` who are in. @throws NOT_FOUND, VALIDATION for a cursor from elsewhere */
  async members(
    caller: Caller,
    serverId: string,
    query: {
      query?: string | undefined;
      roleId?: string | undefined;
      userIds?: string[] | undefined;
      cursor?: string | undefined;
      limit: number;
    },
  ): Promise<{ members: Member[]; nextCursor: string | null }> {
    await this.permissions.server(caller, serverId);
    if (query.userIds) {
      const found = await this.repository.membersAmong(serverId, query.userIds);
      return { members: found.map(presentMember), nextCursor: null };
    }
    if (query.query !== undefined) {
      const found = await this.repository.search(serverId, { name: query.query, roleId: query.roleId }, query.limit);
      return { members: found.map(presentMember), nextCursor: null };
    }
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, isUserId);
    const rows = await this.repository.members(serverId, after, query.limit + 1);
    const { page, nextCursor } = pageOf(rows, query.limit, (row) => ({ at: row.joinedAt, key: row.userId.toString() }));
    return { members: page.map(presentMember), nextCursor };
  }

  /** @throws NOT_FOUND, OWNER_CANNOT_LEAVE */
  async leave(caller: Caller, serverId: string): Promise<void> {
    const { userId } = caller;
    await this.repository.transaction(async (transaction) => {
      const server = await this.repository.lock(transaction, serverId);
      if (!server || !(await this.repository.isMember(transaction, serverId, userId))) throw new ProblemError('NOT_FOUND');
      if (server.ownerId === userId) throw new ProblemError('OWNER_CANNOT_LEAVE');
      await this.expel(transaction, serverId, [userId]);
    });
    await this.farewell(serverId, [userId]);
  }

  /** Takes members out, inside the transaction that decided on it; `farewell` must follow the commit. Returns those who were in. */
  async expel(transaction: Transaction, serverId: string, userIds: string[]): Promise<string[]> {
    const gone = await this.repository.removeMembers(transaction, serverId, userIds);
    if (gone.length > 0) await this.permissions.raiseAccessVersion(transaction, serverId);
    return gone;
  }

  /** Tells the devices of those who are gone, and everybody who is still in the server. */
  async farewell(serverId: string, userIds: string[]): Promise<void> {
    const [first, ...others] = userIds;
    if (first === undefined) return;
    if (others.length === 0) await this.permissions.membershipChanged(serverId, first);
    else await this.permissions.changed(serverId);
    this.publisher.emit(userIds.map(rooms.user), 'server:delete', { serverId });
    await this.announce(
      serverId,
      userIds.map((userId) => ['member:remove', { serverId, userId }]),
    );
  }

  /** Those of them who are in a server, or once were: of others its people learn nothing by their ids. */
  everIn(serverId: string, userIds: string[]): Promise<ReadonlySet<string>> {
    return this.repository.everIn(serverId, userIds);
  }

  /** Whether somebody is in a server, as its transaction sees it. */
  isMember(transaction: Transaction, serverId: string, userId: string): Promise<boolean> {
    return this.repository.isMember(transaction, serverId, userId);
  }

  /** Makes somebody a member, inside the transaction that decided on it; `welcome` must follow the commit. @throws LIMIT_REACHED */
  async admit(transaction: Transaction, serverId: string, userId: string, origin: Origin): Promise<void> {
    await this.requireRoom(transaction, userId);
    await this.repository.addMember(transaction, this.snowflakes.next(), serverId, userId, origin);
  }

  /** Tells the new member's devices and everybody in the server. */
  async welcome(userId: string, serverId: string): Promise<void> {
    await this.permissions.membershipChanged(serverId, userId);
    const [server] = await this.present(await this.repository.memberships(userId, serverId));
    // Gone again in the meantime: whoever ended it tells them so.
    if (!server) return;
    this.publisher.emit(rooms.user(userId), 'server:create', server);
    await this.announce(serverId, [['member:add', server.me]]);
    await this.arrivals.tell({ serverId, userId });
  }

  /** After commit: tells everybody in a server what it is from now on. @throws NOT_FOUND when it is gone */
  async tellUpdated(serverId: string): Promise<Server> {
    const row = await this.repository.byId(serverId);
    if (!row) throw new ProblemError('NOT_FOUND');
    const server = presentServer(row);
    this.publisher.emit(rooms.server(serverId), 'server:update', server);
    return server;
  }

  /** Tells everybody in a server what these members are from now on. */
  async tellMembers(serverId: string, userIds: string[]): Promise<void> {
    const rows = await this.repository.membersAmong(serverId, userIds);
    this.publisher.emitAll(
      rooms.server(serverId),
      rows.map((row) => ['member:update', presentMember(row)]),
    );
  }

  private async requireRoom(transaction: Transaction, userId: string): Promise<void> {
    if ((await this.repository.countForUpdate(transaction, userId)) < limits.serversPerUser) return;
    throw new ProblemError('LIMIT_REACHED', { detail: `You can be in at most ${limits.serversPerUser} servers` });
  }

  /** Who came or left, and how many there are now. */
  private async announce(serverId: string, news: ServerEventEntry[]): Promise<void> {
    const row = await this.repository.byId(serverId);
    if (row) this.publisher.emitAll(rooms.server(serverId), [...news, ['server:update', presentServer(row)]]);
  }

  /** Whom a server lets in is an act of its own. */
  private async recordUpdate(
    transaction: Transaction,
    act: Pick<AuditEntry, 'serverId' | 'actorId' | 'targetName'>,
    changes: AuditChange[],
  ): Promise<void> {
    const { screening = [], rest = [] } = Object.groupBy(changes, ({ key }) => (SCREENING.has(key) ? 'screening' : 'rest'));
    const entry = { ...act, targetId: act.serverId };
    if (rest.length > 0) await this.auditLog.record(transaction, { ...entry, action: 'SERVER_UPDATE', changes: rest });
    if (screening.length > 0) await this.auditLog.record(transaction, { ...entry, action: 'SCREENING_UPDATE', changes: screening });
  }

  private async present(memberships: (MemberRow & { server: ServerRow })[]): Promise<JoinedServer[]> {
    const channels = await this.channels.visibleIn(
      memberships.map((row) => ({ server: permissionServer(row.server), member: permissionMember(row) })),
    );
    return memberships.map((row) => ({
      ...presentServer(row.server),
      channels: channels.get(row.serverId.toString()) ?? [],
      me: presentMember(row),
    }));
  }
}

const permissionServer = (row: ServerRow): PermissionServer => ({
  id: row.id.toString(),
  ownerId: row.ownerId.toString(),
  verificationLevel: row.verificationLevel,
  roles: row.roles.map(({ id, position, permissions }) => ({ id: id.toString(), position, permissions })),
});

const permissionMember = (row: MemberRow): PermissionMember => ({
  userId: row.userId.toString(),
  roleIds: row.roles.map(({ roleId }) => roleId.toString()),
  timeoutUntil: row.timeoutUntil?.getTime() ?? null,
  joinedAt: row.joinedAt.getTime(),
  pending: row.pending,
});
