import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Relationship, RelationshipType } from '@hearth/contract';
import type { Listeners } from '../cluster/listeners.js';
import type { Transaction } from '../database/prisma.service.js';
import type { Caller } from '../http/caller.js';
import { Limiter } from '../http/limiter.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { rooms } from '../realtime/rooms.js';
import { UsersService } from '../users/users.service.js';
import { ProfilesService } from './profiles/profiles.service.js';
import { RelationshipChanges, type Friendship } from './relationship-changes.js';
import { acceptsConversation, acceptsRequest, block, end, request } from './relationships.policy.js';
import { presentRelationship } from './relationships.presenter.js';
import { RelationshipsRepository } from './relationships.repository.js';

export type { Friendship } from './relationship-changes.js';

type Expected = RelationshipType | undefined;

@Injectable()
export class RelationshipsService implements OnModuleInit {
  constructor(
    private readonly repository: RelationshipsRepository,
    private readonly changes: RelationshipChanges,
    private readonly profiles: ProfilesService,
    private readonly users: UsersService,
    private readonly permissions: PermissionsService,
    private readonly limiter: Limiter,
  ) {}

  onModuleInit(): void {
    this.users.addAudience(async (userId) => (await this.repository.holders(userId)).map(rooms.user));
  }

  /** After commit: who became friends, or are friends no longer. */
  get friendships(): Listeners<Friendship> {
    return this.changes.friendships;
  }

  async list({ userId }: Pick<Caller, 'userId'>): Promise<Relationship[]> {
    const rows = await this.repository.list(userId);
    return rows.map(presentRelationship);
  }

  /** Of a stranger who takes no requests it answers as of a name that nobody has. @throws NOT_FOUND, NOT_ACCEPTED, CONFLICT, LIMIT_REACHED */
  async requestByName(caller: Caller, username: string): Promise<Relationship> {
    await this.limiter.take('friendRequest', caller.userId);
    const otherId = await this.repository.idByName(username);
    if (otherId === null) throw new ProblemError('NOT_FOUND');
    requireOther(caller, otherId, 'body.username');
    try {
      return await this.ask(caller, otherId);
    } catch (fault) {
      const isTelling = fault instanceof ProblemError && (fault.code === 'NOT_ACCEPTED' || fault.code === 'LIMIT_REACHED');
      if (isTelling && !(await this.profiles.mayKnow(caller.userId, otherId))) throw new ProblemError('NOT_FOUND');
      throw fault;
    }
  }

  /** Asks, or accepts. @throws NOT_FOUND, NOT_ACCEPTED, CONFLICT, LIMIT_REACHED */
  async request(caller: Caller, otherId: string, expected?: Expected): Promise<Relationship> {
    await this.requireKnownOther(caller, otherId);
    if (expected !== 'INCOMING') await this.limiter.take('friendRequest', caller.userId);
    return this.ask(caller, otherId, expected);
  }

  /** @throws NOT_FOUND, CONFLICT, LIMIT_REACHED */
  async block(caller: Caller, otherId: string, expected?: Expected): Promise<Relationship> {
    await this.requireKnownOther(caller, otherId);
    return this.changes.apply(caller.userId, otherId, block, expected);
  }

  /** @throws NOT_FOUND when there is nothing to end, CONFLICT */
  async remove(caller: Caller, otherId: string, expected?: Expected): Promise<void> {
    await this.changes.apply(caller.userId, otherId, end, expected);
  }

  /** @throws NOT_FOUND, LIMIT_REACHED */
  async ignore(caller: Caller, otherId: string): Promise<Relationship> {
    await this.requireKnownOther(caller, otherId);
    return this.changes.setIgnored(caller.userId, otherId, true);
  }

  /** @throws NOT_FOUND when they are not ignored */
  async unignore(caller: Caller, otherId: string): Promise<void> {
    await this.changes.setIgnored(caller.userId, otherId, false);
  }

  /** Whether the first blocks the second. */
  async blocks(userId: string, otherId: string): Promise<boolean> {
    return (await this.repository.pair(userId, otherId)).own === 'BLOCKED';
  }

  async areFriends(userId: string, otherId: string): Promise<boolean> {
    return (await this.repository.pair(userId, otherId)).own === 'FRIEND';
  }

  friendIds(userId: string, transaction?: Transaction): Promise<string[]> {
    return this.repository.friendIds(userId, transaction);
  }

  /** Whether a new conversation with somebody may begin: neither blocks the other, and their settings let the caller in. */
  async mayBeginConversation(callerId: string, userId: string): Promise<boolean> {
    if (callerId === userId) return false;
    const { own, theirs } = await this.repository.pair(callerId, userId);
    if (own === 'BLOCKED' || theirs === 'BLOCKED') return false;
    const [{ directMessages }, shareServer] = await Promise.all([
      this.users.settings({ userId }),
      this.permissions.shareServer(callerId, userId),
    ]);
    return acceptsConversation(directMessages, { areFriends: own === 'FRIEND', shareServer });
  }

  /** Whether both are there and neither blocks the other; it stays so until the transaction ends, because a block waits for it. */
  async holdUnblocked(transaction: Transaction, userId: string, otherId: string): Promise<boolean> {
    if (!(await this.repository.lock(transaction, userId, otherId))) return false;
    const { own, theirs } = await this.repository.pair(userId, otherId, transaction);
    return own !== 'BLOCKED' && theirs !== 'BLOCKED';
  }

  private async ask({ userId }: Caller, otherId: string, expected?: Expected): Promise<Relationship> {
    const [{ friendRequests }, shareServer] = await Promise.all([
      this.users.settings({ userId: otherId }),
      this.permissions.shareServer(userId, otherId),
    ]);
    const accepts = acceptsRequest(friendRequests, { shareServer });
    return this.changes.apply(userId, otherId, (before) => request(before, accepts), expected);
  }

  private async requireKnownOther(caller: Caller, otherId: string): Promise<void> {
    requireOther(caller, otherId, 'params.userId');
    await this.profiles.requireKnown(caller, otherId);
  }
}

function requireOther({ userId }: Caller, otherId: string, path: string): void {
  if (otherId === userId) throw new ProblemError('VALIDATION', { errors: [{ path, message: 'must be somebody else' }] });
}
