import { Injectable } from '@nestjs/common';
import type { ChosenStatus } from '@hearth/contract';
import { PrismaService } from '../database/prisma.service.js';
import type { UserRow, UserSummaryRow } from './users.presenter.js';

export interface PresenceFacts {
  userId: string;
  status: ChosenStatus;
  lastSeenAt: Date | null;
  statusText: string;
  statusExpiresAt: Date | null;
}

export interface UserChange {
  displayName?: string | undefined;
  bio?: string | undefined;
  pronouns?: string | undefined;
  bannerColor?: number | null | undefined;
  statusText?: string | undefined;
  statusExpiresAt?: Date | null | undefined;
  status?: ChosenStatus;
}

const SUMMARY = { id: true, username: true, displayName: true, avatar: true } as const;

@Injectable()
export class UsersRepository {
  constructor(private readonly prisma: PrismaService) {}

  byId(userId: string): Promise<UserRow | null> {
    return this.prisma.user.findUnique({ where: { id: BigInt(userId) } });
  }

  summaries(userIds: string[]): Promise<UserSummaryRow[]> {
    return this.prisma.user.findMany({ where: { id: { in: userIds.map(BigInt) } }, select: SUMMARY });
  }

  async presenceFacts(userIds: string[]): Promise<PresenceFacts[]> {
    const users = await this.prisma.user.findMany({
      where: { id: { in: userIds.map(BigInt) } },
      select: { id: true, status: true, lastSeenAt: true, statusText: true, statusExpiresAt: true },
    });
    return users.map(({ id, ...facts }) => ({ userId: id.toString(), ...facts }));
  }

  /** What is undefined stays. */
  update(userId: string, change: UserChange): Promise<UserRow> {
    const data = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return this.prisma.user.update({ where: { id: BigInt(userId) }, data });
  }

  async setLastSeen(userId: string, at: Date): Promise<void> {
    await this.prisma.user.updateMany({ where: { id: BigInt(userId) }, data: { lastSeenAt: at } });
  }
}
