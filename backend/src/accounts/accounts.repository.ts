import { Injectable } from '@nestjs/common';
import { DELETED_USERNAME, type Settings } from '@hearth/contract';
import { PrismaService } from '../database/prisma.service.js';

/** Why an account cannot go. */
export type Obstacle = 'OWNS_SERVERS' | 'LAST_ADMIN';

/** Nobody begins anything with somebody who is gone. */
const CLOSED: Partial<Settings> = { directMessages: 'friends', friendRequests: 'nobody' };

@Injectable()
export class AccountsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Makes a nobody of an account, whose name is free from then on. One that is gone stays so. @returns what stands against it, or null */
  mark(userId: string, erasesMessages: boolean): Promise<Obstacle | null> {
    return this.prisma.$transaction(async (transaction) => {
      const id = BigInt(userId);
      // One after the other: two admins who go at once would each count on the other one.
      await transaction.$queryRaw`SELECT FROM installation FOR UPDATE`;
      // Whoever makes a server locks its owner.
      const [user] = await transaction.$queryRaw<{ is_admin: boolean }[]>`SELECT is_admin FROM users WHERE id = ${id} FOR UPDATE`;
      if ((await transaction.server.count({ where: { ownerId: id } })) > 0) return 'OWNS_SERVERS';
      if (user?.is_admin && (await transaction.user.count({ where: { isAdmin: true } })) === 1) return 'LAST_ADMIN';
      await transaction.user.updateMany({ where: { id, deletedAt: null }, data: { ...nobody(userId), erasesMessages } });
      // What would still speak for them.
      await transaction.scheduledMessage.deleteMany({ where: { authorId: id } });
      await transaction.reminder.deleteMany({ where: { userId: id } });
      return null;
    });
  }

  /** Who went before a time and of whom something is left, the oldest first. */
  async unerased(before: Date, limit: number): Promise<string[]> {
    const rows = await this.prisma.statement<{ id: string }>(
      'accounts_unerased',
      'SELECT id FROM users WHERE deleted_at < $1 AND erased_at IS NULL ORDER BY id LIMIT $2',
      [before, limit],
    );
    return rows.map(({ id }) => id);
  }

  async erasesMessages(userId: string): Promise<boolean> {
    const user = await this.prisma.user.findUnique({ where: { id: BigInt(userId) }, select: { erasesMessages: true } });
    return user?.erasesMessages ?? false;
  }

  /** Nothing is left of them but what stands in conversations. */
  async complete(userId: string): Promise<void> {
    const id = BigInt(userId);
    await this.prisma.$transaction([
      this.prisma.draft.deleteMany({ where: { userId: id } }),
      this.prisma.messageMark.deleteMany({ where: { userId: id } }),
      this.prisma.user.update({ where: { id }, data: { erasedAt: new Date() }, select: { id: true } }),
    ]);
  }
}

const nobody = (userId: string) => ({
  username: `${DELETED_USERNAME}${userId}`,
  displayName: 'Deleted user',
  passwordHash: '',
  email: null,
  bio: '',
  avatar: null,
  banner: null,
  bannerColor: null,
  pronouns: '',
  statusText: '',
  statusExpiresAt: null,
  isAdmin: false,
  settings: CLOSED,
  lastSeenAt: null,
  deletedAt: new Date(),
});
