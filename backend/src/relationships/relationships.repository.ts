import { Injectable } from '@nestjs/common';
import type { RelationshipType } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { UserSummaryRow } from '../users/users.service.js';
import type { Pair } from './relationships.policy.js';
import type { RelationshipRow } from './relationships.presenter.js';

export interface Counts {
  friends: number;
  incoming: number;
  outgoing: number;
  /** Blocked or ignored. */
  hidden: number;
}

const PERSON = { id: true, username: true, displayName: true, avatar: true } as const;
const OTHER = { other: { select: PERSON } } as const;

@Injectable()
export class RelationshipsRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  list(userId: string): Promise<RelationshipRow[]> {
    return this.prisma.relationship.findMany({
      where: { userId: BigInt(userId) },
      include: OTHER,
      orderBy: [{ createdAt: 'asc' }, { otherId: 'asc' }],
    });
  }

  /** As the user sees it; null when there is nothing between them. */
  one(transaction: Transaction, userId: string, otherId: string): Promise<RelationshipRow | null> {
    return transaction.relationship.findUnique({ where: key(userId, otherId), include: OTHER });
  }

  /** Null when there is no such account. */
  person(transaction: Transaction, userId: string): Promise<UserSummaryRow | null> {
    return transaction.user.findUnique({ where: { id: BigInt(userId) }, select: PERSON });
  }

  async idByName(username: string): Promise<string | null> {
    const user = await this.prisma.user.findUnique({ where: { username }, select: { id: true } });
    return user?.id.toString() ?? null;
  }

  async friendIds(userId: string, client: Transaction = this.prisma): Promise<string[]> {
    const rows = await client.relationship.findMany({ where: { userId: BigInt(userId), type: 'FRIEND' }, select: { otherId: true } });
    return rows.map(({ otherId }) => otherId.toString());
  }

  /** Everybody in whose list the user stands. */
  async holders(userId: string): Promise<string[]> {
    const rows = await this.prisma.relationship.findMany({ where: { otherId: BigInt(userId) }, select: { userId: true } });
    return rows.map((row) => row.userId.toString());
  }

  /**
   * Until the transaction ends nothing else changes between these two: their rows are locked, the smaller id first, so that two who act
   * on each other at once wait and do not meet in a circle. False when one of them is gone.
   */
  async lock(transaction: Transaction, userId: string, otherId: string): Promise<boolean> {
    const locked = await transaction.$queryRaw<object[]>`
      SELECT id FROM users WHERE id IN (${BigInt(userId)}, ${BigInt(otherId)}) ORDER BY id FOR NO KEY UPDATE`;
    return locked.length === 2;
  }

  async pair(userId: string, otherId: string, client: Transaction = this.prisma): Promise<Pair> {
    const rows = await client.relationship.findMany({
      where: { OR: [key(userId, otherId).userId_otherId, key(otherId, userId).userId_otherId] },
      select: { userId: true, type: true },
    });
    const typeOf = (id: string) => rows.find((row) => row.userId === BigInt(id))?.type ?? null;
    return { own: typeOf(userId), theirs: typeOf(otherId) };
  }

  async counts(transaction: Transaction, userId: string): Promise<Counts> {
    const [counts] = await transaction.$queryRaw<[Counts]>`
      SELECT count(*) FILTER (WHERE type = 'FRIEND')::int AS friends, count(*) FILTER (WHERE type = 'INCOMING')::int AS incoming,
        count(*) FILTER (WHERE type = 'OUTGOING')::int AS outgoing, count(*) FILTER (WHERE type = 'BLOCKED' OR ignored)::int AS hidden
      FROM relationships WHERE user_id = ${BigInt(userId)}`;
    return counts;
  }

  /** One side. What is neither of a type nor ignored any more has no row. */
  async setType(transaction: Transaction, userId: string, otherId: string, type: RelationshipType | null, now: Date): Promise<void> {
    const at = key(userId, otherId);
    if (type === null) await transaction.relationship.deleteMany({ where: { ...at.userId_otherId, ignored: false } });
    if (type === null) await transaction.relationship.updateMany({ where: at.userId_otherId, data: { type, createdAt: now } });
    else
      await transaction.relationship.upsert({
        where: at,
        create: { ...at.userId_otherId, type, createdAt: now },
        update: { type, createdAt: now },
      });
  }

  async side(transaction: Transaction, userId: string, otherId: string): Promise<{ type: RelationshipType | null; ignored: boolean }> {
    const row = await transaction.relationship.findUnique({ where: key(userId, otherId), select: { type: true, ignored: true } });
    return row ?? { type: null, ignored: false };
  }

  async setIgnored(transaction: Transaction, userId: string, otherId: string, ignored: boolean): Promise<void> {
    const at = key(userId, otherId);
    if (!ignored) await transaction.relationship.deleteMany({ where: { ...at.userId_otherId, type: null } });
    if (!ignored) await transaction.relationship.updateMany({ where: at.userId_otherId, data: { ignored } });
    else await transaction.relationship.upsert({ where: at, create: { ...at.userId_otherId, ignored }, update: { ignored } });
  }

  /** The DM of two people, if they have one. */
  async conversation(transaction: Transaction, userId: string, otherId: string): Promise<string | null> {
    const channel = await transaction.channel.findFirst({
      where: { type: 'DM', AND: [userId, otherId].map((id) => ({ recipients: { some: { userId: BigInt(id) } } })) },
      select: { id: true },
    });
    return channel?.id.toString() ?? null;
  }
}

const key = (userId: string, otherId: string) => ({ userId_otherId: { userId: BigInt(userId), otherId: BigInt(otherId) } });
