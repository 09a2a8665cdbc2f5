import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../database/prisma.service.js';

@Injectable()
export class PicturesRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /** What is there, under a lock: of two changes at once the second takes away what the first brought. Undefined: the account is gone. */
  async ofUser(transaction: Transaction, userId: string): Promise<{ avatar: string | null; banner: string | null } | undefined> {
    const [user] = await transaction.$queryRaw<{ avatar: string | null; banner: string | null }[]>`
      SELECT avatar, banner FROM users WHERE id = ${BigInt(userId)} AND deleted_at IS NULL FOR NO KEY UPDATE`;
    return user;
  }

  async setOfUser(transaction: Transaction, userId: string, pictures: { avatar?: string | null; banner?: string | null }): Promise<void> {
    await transaction.user.update({ where: { id: BigInt(userId) }, data: pictures, select: { id: true } });
  }

  /** Of a server that the transaction has locked. */
  ofServer(transaction: Transaction, serverId: string): Promise<{ name: string; icon: string | null; banner: string | null }> {
    return transaction.server.findUniqueOrThrow({
      where: { id: BigInt(serverId) },
      select: { name: true, icon: true, banner: true },
    });
  }

  async setOfServer(transaction: Transaction, serverId: string, pictures: { icon?: string | null; banner?: string | null }): Promise<void> {
    await transaction.server.update({ where: { id: BigInt(serverId) }, data: pictures, select: { id: true } });
  }
}
