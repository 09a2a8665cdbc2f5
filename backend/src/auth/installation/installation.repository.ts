import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';

const ID = 1;

@Injectable()
export class InstallationRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Remembers the fingerprint if the database has none yet; returns the one that it has. */
  async fingerprint(own: string): Promise<string> {
    await this.prisma.installation.createMany({ data: { id: ID, secretFingerprint: own }, skipDuplicates: true });
    const { secretFingerprint } = await this.prisma.installation.findUniqueOrThrow({ where: { id: ID } });
    return secretFingerprint;
  }

  async isSetUp(): Promise<boolean> {
    const { setupCompletedAt } = await this.prisma.installation.findUniqueOrThrow({ where: { id: ID } });
    return setupCompletedAt !== null;
  }

  /** False when it was completed before. Of two at once the second waits for the first and then finds it done. */
  async completeSetup(transaction: Transaction): Promise<boolean> {
    const { count } = await transaction.installation.updateMany({
      where: { id: ID, setupCompletedAt: null },
      data: { setupCompletedAt: new Date() },
    });
    return count > 0;
  }
}
