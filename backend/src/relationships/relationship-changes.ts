import { Injectable } from '@nestjs/common';
import { limits, type Relationship, type RelationshipType } from '@hearth/contract';
import { Listeners } from '../cluster/listeners.js';
import type { Transaction } from '../database/prisma.service.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import type { Pair, Refusal } from './relationships.policy.js';
import { presentRelationship } from './relationships.presenter.js';
import { RelationshipsRepository, type Counts } from './relationships.repository.js';

type Step = (before: Pair) => Pair | Refusal;

interface Change {
  before: Pair;
  after: Pair;
  /** The DM in which who may write changed with it. */
  channelId: string | null;
}

/** Two people who became friends, or are friends no longer. */
export interface Friendship {
  userIds: [string, string];
  areFriends: boolean;
}

/** Changes between two people, one at a time: each sees what the one before it left. */
@Injectable()
export class RelationshipChanges {
  readonly friendships = new Listeners<Friendship>();

  constructor(
    private readonly repository: RelationshipsRepository,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  /**
   * @param expected how the user must stand to the other for the step to be taken
   * @returns how the user stands to the other afterwards
   * @throws NOT_FOUND when either is gone, CONFLICT when it stands otherwise than expected, LIMIT_REACHED, and what the step refuses
   */
  async apply(userId: string, otherId: string, step: Step, expected?: RelationshipType): Promise<Relationship> {
    const change = await this.locked(userId, otherId, async (transaction): Promise<Change> => {
      const before = await this.repository.pair(userId, otherId, transaction);
      if (expected !== undefined && before.own !== expected) throw new ProblemError('CONFLICT');
      const after = step(before);
      if (typeof after === 'string') throw new ProblemError(after);
      const now = new Date();
      if (after.own !== before.own) await this.write(transaction, [userId, otherId], after.own, now);
      if (after.theirs !== before.theirs) await this.write(transaction, [otherId, userId], after.theirs, now);
      return { before, after, channelId: await this.raiseConversation(transaction, [userId, otherId], before, after) };
    });
    await this.follow([userId, otherId], change);
    return this.announce([userId, otherId], change.after.theirs !== change.before.theirs);
  }

  /** @throws NOT_FOUND when they are not ignored already, or are gone, LIMIT_REACHED */
  async setIgnored(userId: string, otherId: string, ignored: boolean): Promise<Relationship> {
    await this.locked(userId, otherId, async (transaction) => {
      const { type, ignored: before } = await this.repository.side(transaction, userId, otherId);
      if (before === ignored && !ignored) throw new ProblemError('NOT_FOUND');
      if (before === ignored) return;
      if (ignored && type !== 'BLOCKED') await this.requireRoom(transaction, userId, ({ hidden }) => hidden < limits.hiddenPeople);
      await this.repository.setIgnored(transaction, userId, otherId, ignored);
    });
    return this.announce([userId, otherId], false);
  }

  private locked<T>(userId: string, otherId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.repository.transaction(async (transaction) => {
      if (!(await this.repository.lock(transaction, userId, otherId))) throw new ProblemError('NOT_FOUND');
      return work(transaction);
    });
  }

  private async write(
    transaction: Transaction,
    [userId, otherId]: [string, string],
    type: RelationshipType | null,
    now: Date,
  ): Promise<void> {
    if (type !== null) await this.requireRoom(transaction, userId, hasRoom[type]);
    await this.repository.setType(transaction, userId, otherId, type, now);
  }

  private async requireRoom(transaction: Transaction, userId: string, hasRoomFor: (counts: Counts) => boolean): Promise<void> {
    if (!hasRoomFor(await this.repository.counts(transaction, userId))) throw new ProblemError('LIMIT_REACHED');
  }

  /** What waits to be stored in their DM is checked again once one of them may not write any more, or may again. */
  private async raiseConversation(
    transaction: Transaction,
    [userId, otherId]: [string, string],
    before: Pair,
    after: Pair,
  ): Promise<string | null> {
    const isBlock = (before.own === 'BLOCKED') !== (after.own === 'BLOCKED');
    // A friend may write the first message in it.
    if (!isBlock && (before.own === 'FRIEND') === (after.own === 'FRIEND')) return null;
    const channelId = await this.repository.conversation(transaction, userId, otherId);
    if (channelId !== null) await this.permissions.raiseChannelAccessVersion(transaction, channelId);
    return isBlock ? channelId : null;
  }

  private async follow(userIds: [string, string], { before, after, channelId }: Change): Promise<void> {
    if (channelId !== null) await this.permissions.recipientsChanged(channelId, userIds);
    const [were, are] = [before.own === 'FRIEND', after.own === 'FRIEND'];
    if (were !== are) await this.friendships.tell({ userIds, areFriends: are });
  }

  /**
   * Tells the devices of whoever sees a change. Under the lock, so that of two changes in a row nobody hears the second first; in a
   * transaction of its own, because what did not commit is no news.
   */
  private announce([userId, otherId]: [string, string], both: boolean): Promise<Relationship> {
    return this.locked(userId, otherId, async (transaction) => {
      if (both) this.publish(otherId, await this.present(transaction, otherId, userId));
      const own = await this.present(transaction, userId, otherId);
      this.publish(userId, own);
      return own;
    });
  }

  private publish(userId: string, relationship: Relationship): void {
    this.publisher.emit(rooms.user(userId), 'relationship:update', relationship);
  }

  private async present(transaction: Transaction, userId: string, otherId: string): Promise<Relationship> {
    const row = await this.repository.one(transaction, userId, otherId);
    if (row) return presentRelationship(row);
    // With the transaction's own connection: waiting for another one, transactions could wait for each other.
    const user = await this.repository.person(transaction, otherId);
    if (!user) throw new ProblemError('NOT_FOUND');
    return presentRelationship({ other: user, type: null, ignored: false, createdAt: new Date() });
  }
}

const hasRoom: Record<RelationshipType, (counts: Counts) => boolean> = {
  FRIEND: ({ friends }) => friends < limits.friendsPerUser,
  OUTGOING: ({ outgoing }) => outgoing < limits.outgoingRequests,
  INCOMING: ({ incoming }) => incoming < limits.incomingRequests,
  BLOCKED: ({ hidden }) => hidden < limits.hiddenPeople,
};
