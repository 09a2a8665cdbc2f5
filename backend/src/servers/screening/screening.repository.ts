import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { MemberRow } from '../servers.presenter.js';

const PERSON = {
  user: { select: { id: true, username: true, displayName: true, avatar: true } },
  roles: { select: { roleId: true } },
} as const;

export interface ScreeningRow {
  rules: string[];
  minAccountAge: number;
}

@Injectable()
export class ScreeningRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /** Null when the server is gone. */
  of(serverId: string, client: Transaction = this.prisma): Promise<ScreeningRow | null> {
    return client.server.findUnique({ where: { id: BigInt(serverId) }, select: { rules: true, minAccountAge: true } });
  }

  async isBanned(serverId: string, userId: string, client: Transaction = this.prisma): Promise<boolean> {
    return (await client.ban.count({ where: { serverId: BigInt(serverId), userId: BigInt(userId) } })) > 0;
  }

  /** False for whoever is not in the server, or was let in before. */
  async accept(transaction: Transaction, serverId: string, userId: string): Promise<boolean> {
    const where = { serverId: BigInt(serverId), userId: BigInt(userId), pending: true };
    return (await transaction.member.updateMany({ where, data: { pending: false } })).count > 0;
  }

  /** Null for whoever is not in the server. */
  member(serverId: string, userId: string): Promise<MemberRow | null> {
    return this.prisma.atOneMoment((snapshot) =>
      snapshot.member.findUnique({
        where: { serverId_userId: { serverId: BigInt(serverId), userId: BigInt(userId) } },
        include: PERSON,
      }),
    );
  }
}
