import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { Community } from './compose/community.js';

/** Of the only row of `installation`. */
const ID = 1;
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
    await this.insertMessages(transaction, messages);
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

  /** In one statement: as values of a list they would be more than a statement may have. */
  private async insertMessages(transaction: Transaction, messages: Community['messages']): Promise<void> {
    const list = messages.map(({ id, channelId, authorId, createdAt, editedAt, deletedAt, ...message }) => ({
      ...message,
      id: id.toString(),
      channel_id: channelId.toString(),
      author_id: authorId.toString(),
      created_at: createdAt,
      edited_at: editedAt,
      deleted_at: deletedAt,
    }));
    await transaction.$executeRaw`
      INSERT INTO messages (id, channel_id, seq, version, author_id, content, created_at, edited_at, deleted_at)
      SELECT id, channel_id, seq, version, author_id, content, created_at, edited_at, deleted_at
      FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS message(
        id bigint, channel_id bigint, seq int, version int, author_id bigint, content text,
        created_at timestamptz, edited_at timestamptz, deleted_at timestamptz)`;
  }
}
