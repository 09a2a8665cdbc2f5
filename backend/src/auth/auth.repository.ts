import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../database/prisma.service.js';

export interface NewAccount {
  id: string;
  username: string;
  displayName: string;
  passwordHash: string;
  email: string | null;
  isAdmin: boolean;
}

export interface Credentials {
  userId: string;
  passwordHash: string;
}

@Injectable()
export class AuthRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  async insert(transaction: Transaction, { id, ...account }: NewAccount): Promise<void> {
    await transaction.user.create({ data: { ...account, id: BigInt(id) }, select: { id: true } });
  }

  /** Undefined when the account is gone. */
  async passwordHash(userId: string): Promise<string | undefined> {
    const user = await this.prisma.user.findUnique({ where: { id: BigInt(userId), deletedAt: null }, select: { passwordHash: true } });
    return user?.passwordHash;
  }

  /**
   * By user name or e-mail address, in small letters. Nobody has verified addresses: of several accounts with one the oldest counts, so
   * that nobody takes it over by claiming the address later.
   */
  async byLogin(login: string): Promise<Credentials | null> {
    // Postgres stores no such text, so no account has it, and it refuses the question.
    if (login.includes('\0') || !login.isWellFormed()) return null;
    const user = await this.prisma.user.findFirst({
      where: { ...(login.includes('@') ? { email: login } : { username: login }), deletedAt: null },
      orderBy: { id: 'asc' },
      select: { id: true, passwordHash: true },
    });
    return user && { userId: user.id.toString(), passwordHash: user.passwordHash };
  }
}
