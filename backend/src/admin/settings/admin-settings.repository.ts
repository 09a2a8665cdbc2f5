import { Injectable } from '@nestjs/common';
import { attachmentKind, type AdminSettings, type AttachmentKind } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';

const ID = 1;

interface SettingsRow {
  maxFileBytes: bigint;
  userFileBytes: bigint;
  serverFileBytes: bigint;
  fileKinds: string[];
}

type Change = { [K in keyof AdminSettings]?: AdminSettings[K] | undefined };

const COLUMNS = { maxFileBytes: true, userFileBytes: true, serverFileBytes: true, fileKinds: true } as const;

@Injectable()
export class AdminSettingsRepository {
  constructor(private readonly prisma: PrismaService) {}

  async get(): Promise<AdminSettings> {
    return toSettings(await this.prisma.installation.findUniqueOrThrow({ where: { id: ID }, select: COLUMNS }));
  }

  /** @param then in the same transaction, told what there was and what there is */
  update(change: Change, then: (transaction: Transaction, before: AdminSettings, after: AdminSettings) => Promise<void>) {
    return this.prisma.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT FROM installation WHERE id = ${ID} FOR NO KEY UPDATE`;
      const before = toSettings(await transaction.installation.findUniqueOrThrow({ where: { id: ID }, select: COLUMNS }));
      const given = Object.fromEntries(
        Object.entries({ ...change, fileKinds: change.fileKinds && inOrder(change.fileKinds) }).filter(isGiven),
      );
      const after = toSettings(await transaction.installation.update({ where: { id: ID }, data: given, select: COLUMNS }));
      await then(transaction, before, after);
      return after;
    });
  }
}

const isGiven = ([, value]: [string, unknown]): boolean => value !== undefined;

const inOrder = (kinds: readonly string[]): AttachmentKind[] => attachmentKind.options.filter((kind) => kinds.includes(kind));

const toSettings = ({ fileKinds, ...bytes }: SettingsRow): AdminSettings => ({
  maxFileBytes: Number(bytes.maxFileBytes),
  userFileBytes: Number(bytes.userFileBytes),
  serverFileBytes: Number(bytes.serverFileBytes),
  fileKinds: inOrder(fileKinds),
});
