import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import { presentUserSummary } from '../../users/users.service.js';
import type { KeysetPosition } from '../keyset-cursor.js';
import type { BanRow } from './bans.presenter.js';

const PERSON = { user: { select: { id: true, username: true, displayName: true, avatar: true } } } as const;

const keyOf = (serverId: string, userId: string) => ({ serverId_userId: { serverId: BigInt(serverId), userId: BigInt(userId) } });
/** The signs with a meaning in a pattern stand for themselves. */
const beginsWith = (query: string) => ({ startsWith: query.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const });

@Injectable()
export class BansRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Null when there is no such account. */
  async username(transaction: Transaction, userId: string): Promise<string | null> {
    const user = await transaction.user.findUnique({ where: { id: BigInt(userId) }, select: { username: true } });
    return user?.username ?? null;
  }

  async has(serverId: string, userId: string): Promise<boolean> {
    return (await this.prisma.ban.count({ where: { serverId: BigInt(serverId), userId: BigInt(userId) } })) > 0;
  }

  /** Of somebody who is banned already only a new reason is kept. */
  put(transaction: Transaction, serverId: string, userId: string, moderatorId: string, reason: string | null): Promise<BanRow> {
    return transaction.ban.upsert({
      where: keyOf(serverId, userId),
      create: { serverId: BigInt(serverId), userId: BigInt(userId), moderatorId: BigInt(moderatorId), reason },
      update: reason === null ? {} : { reason },
      include: PERSON,
    });
  }

  /** Those who are not banned yet. */
  async putAll(transaction: Transaction, serverId: string, userIds: string[], moderatorId: string, reason: string | null): Promise<void> {
    const ban = { serverId: BigInt(serverId), moderatorId: BigInt(moderatorId), reason };
    await transaction.ban.createMany({ data: userIds.map((userId) => ({ ...ban, userId: BigInt(userId) })), skipDuplicates: true });
  }

  /** Whose it was; null when there was none. */
  async remove(transaction: Transaction, serverId: string, userId: string): Promise<{ username: string; reason: string | null } | null> {
    const ban = await transaction.ban.findUnique({ where: keyOf(serverId, userId), include: PERSON });
    if (!ban) return null;
    await transaction.ban.delete({ where: keyOf(serverId, userId), select: { userId: true } });
    return { username: presentUserSummary(ban.user).username, reason: ban.reason };
  }

  /** The newest first; `before` is the last one of the page before. */
  list(serverId: string, query: string | undefined, before: KeysetPosition | undefined, limit: number): Promise<BanRow[]> {
    const older = before && {
      createdAt: { lte: before.at },
      OR: [{ createdAt: { lt: before.at } }, { userId: { lt: BigInt(before.key) } }],
    };
    const named = query !== undefined && { user: { OR: [{ username: beginsWith(query) }, { displayName: beginsWith(query) }] } };
    return this.prisma.atOneMoment((snapshot) =>
      snapshot.ban.findMany({
        where: { serverId: BigInt(serverId), AND: [older ?? {}, named || {}] },
        include: PERSON,
        orderBy: [{ createdAt: 'desc' }, { userId: 'desc' }],
        take: limit,
      }),
    );
  }
}
