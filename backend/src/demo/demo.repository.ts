import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { Community } from './compose/community.js';

/** Of the only row of `installation`. */
const ID = 1;
/** Rows of one statement. Prisma splits larger ones and sends the parts at once, which the one connection of a transaction cannot do. */
const CHUNK = 1_000;

@Injectable()
export class DemoRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work, { timeout: 60_000 });
  }

  /** What an installation holds already. Until the transaction ends nobody else seeds it and nobody registers. */
  async lock(transaction: Transaction): Promise<{ isSeeded: boolean; hasAccounts: boolean }> {
    await transaction.$queryRaw`SELECT FROM installation WHERE id = ${ID} FOR UPDATE`;
    await transaction.$executeRaw`LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE`;
    const { demoSeededAt } = await transaction.installation.findUniqueOrThrow({ where: { id: ID } });
    const account = await transaction.user.findFirst({ select: { id: true } });
    return { isSeeded: demoSeededAt !== null, hasAccounts: account !== null };
  }

  /** @param hashOf the password hash of a user name */
  async insert(transaction: Transaction, community: Community, hashOf: (username: string) => string): Promise<void> {
    const { users, servers, members, roles, memberRoles, channels, messages, readStates } = community;
    await transaction.user.createMany({ data: users.map((user) => ({ ...user, passwordHash: hashOf(user.username) })) });
    await transaction.server.createMany({ data: servers });
    await transaction.role.createMany({ data: roles });
    await transaction.member.createMany({ data: members });
    await transaction.memberRole.createMany({ data: memberRoles });
    await transaction.channel.createMany({ data: channels });
    for (let start = 0; start < messages.length; start += CHUNK) {
      await transaction.message.createMany({ data: messages.slice(start, start + CHUNK) });
    }
    await transaction.readState.createMany({ data: readStates });
  }

  /** The first account is there: the set-up link has done its work. */
  async markSeeded(transaction: Transaction, at: Date): Promise<void> {
    await transaction.installation.update({ where: { id: ID }, data: { demoSeededAt: at, setupCompletedAt: at } });
  }

  async passwordHashes(transaction: Transaction, usernames: string[]): Promise<Map<string, string>> {
    const users = await transaction.user.findMany({
      where: { username: { in: usernames } },
      select: { username: true, passwordHash: true },
    });
    return new Map(users.map(({ username, passwordHash }) => [username, passwordHash]));
  }

  async setPasswordHash(transaction: Transaction, username: string, passwordHash: string): Promise<void> {
    await transaction.user.updateMany({ where: { username }, data: { passwordHash } });
  }
}
