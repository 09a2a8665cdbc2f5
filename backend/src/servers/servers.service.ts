import { Injectable } from '@nestjs/common';
import {
  id,
  limits,
  type JoinedServer,
  type Member,
  type PermissionMember,
  type PermissionServer,
  type Server,
  type ServerEventEntry,
} from '@hearth/contract';
import { ChannelsService } from '../channels/channels.service.js';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { decodeCursor, pageOf } from './keyset-cursor.js';
import { presentMember, presentServer, type MemberRow, type ServerRow } from './servers.presenter.js';
import { ServersRepository } from './servers.repository.js';

const isUserId = (text: string) => id.safeParse(text).success;

@Injectable()
export class ServersService {
  constructor(
    private readonly repository: ServersRepository,
    private readonly channels: ChannelsService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
  ) {}

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
  async update(caller: Caller, serverId: string, change: { name?: string | undefined }): Promise<Server> {
    await this.permissions.server(caller, serverId, 'MANAGE_SERVER');
    const row = await this.repository.update(serverId, change);
    if (!row) throw new ProblemError('NOT_FOUND');
    const server = presentServer(row);
    this.publisher.emit(rooms.server(serverId), 'server:update', server);
    return server;
  }

  /** @throws NOT_FOUND, MISSING_PERMISSION for all but the owner */
  async remove(caller: Caller, serverId: string): Promise<void> {
    const { rules } = await this.permissions.server(caller, serverId);
    if (rules.server.ownerId !== caller.userId)
      throw new ProblemError('MISSING_PERMISSION', { detail: 'Only the owner can delete a server' });
    if (!(await this.repository.remove(serverId))) throw new ProblemError('NOT_FOUND');
    // Before the sockets leave the room: afterwards nobody would hear it.
    this.publisher.emit(rooms.server(serverId), 'server:delete', { serverId });
    await this.permissions.changed(serverId);
  }

  /** @throws NOT_FOUND, VALIDATION for a cursor from elsewhere */
  async members(
    caller: Caller,
    serverId: string,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<{ members: Member[]; nextCursor: string | null }> {
    await this.permissions.server(caller, serverId);
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
      await this.repository.removeMember(transaction, serverId, userId);
      await this.permissions.raiseAccessVersion(transaction, serverId);
    });
    await this.permissions.membershipChanged(serverId, userId);
    this.publisher.emit(rooms.user(userId), 'server:delete', { serverId });
    await this.announce(serverId, ['member:remove', { serverId, userId }]);
  }

  /** Whether somebody is in a server, as its transaction sees it. */
  isMember(transaction: Transaction, serverId: string, userId: string): Promise<boolean> {
    return this.repository.isMember(transaction, serverId, userId);
  }

  /** Makes somebody a member, inside the transaction that decided on it; `welcome` must follow the commit. @throws LIMIT_REACHED */
  async admit(transaction: Transaction, serverId: string, userId: string): Promise<void> {
    await this.requireRoom(transaction, userId);
    await this.repository.addMember(transaction, serverId, userId);
  }

  /** Tells the new member's devices and everybody in the server. */
  async welcome(userId: string, serverId: string): Promise<void> {
    await this.permissions.membershipChanged(serverId, userId);
    const [server] = await this.present(await this.repository.memberships(userId, serverId));
    // Gone again in the meantime: whoever ended it tells them so.
    if (!server) return;
    this.publisher.emit(rooms.user(userId), 'server:create', server);
    await this.announce(serverId, ['member:add', server.me]);
  }

  private async requireRoom(transaction: Transaction, userId: string): Promise<void> {
    if ((await this.repository.countForUpdate(transaction, userId)) < limits.serversPerUser) return;
    throw new ProblemError('LIMIT_REACHED', { detail: `You can be in at most ${limits.serversPerUser} servers` });
  }

  /** Who came or left, and how many there are now. */
  private async announce(serverId: string, news: ServerEventEntry): Promise<void> {
    const row = await this.repository.byId(serverId);
    if (row) this.publisher.emitAll(rooms.server(serverId), [news, ['server:update', presentServer(row)]]);
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
