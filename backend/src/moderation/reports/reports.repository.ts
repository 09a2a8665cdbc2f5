import { Injectable } from '@nestjs/common';
import type { ReportStatus } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import { Prisma } from '../../generated/prisma/client.js';
import type { Evidence, ReportRow } from './reports.presenter.js';

export interface NewReport {
  id: string;
  serverId: string | null;
  /** Null: the scanner of files. */
  reporterId: string | null;
  targetUserId: string;
  /** Of a message in a thread: the channel of the thread, as who sees that sees both. */
  channelId: string | null;
  messageId: string | null;
  category: string;
  comment: string;
  evidence: Evidence | null;
}

/** Which reports of a server somebody may see. */
export interface Sight {
  serverId: string;
  /** Left out: of any channel, also of those that are gone. */
  channelIds?: string[];
  /** Of whom they may see nothing. */
  except?: string;
}

const optionalId = (id: string | null) => (id === null ? null : BigInt(id));

@Injectable()
export class ReportsRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /** One at a time of each reporter: of two the second finds the first, and counts it. */
  async lockReporter(transaction: Transaction, userId: string): Promise<void> {
    await transaction.$queryRaw`SELECT FROM users WHERE id = ${BigInt(userId)} FOR NO KEY UPDATE`;
  }

  /** The open report of the same. */
  same(transaction: Transaction, { serverId, reporterId, targetUserId, messageId }: NewReport): Promise<ReportRow | null> {
    return transaction.report.findFirst({
      where: {
        reporterId: optionalId(reporterId),
        targetUserId: BigInt(targetUserId),
        messageId: optionalId(messageId),
        serverId: optionalId(serverId),
        status: 'OPEN',
      },
    });
  }

  openOf(transaction: Transaction, reporterId: string): Promise<number> {
    return transaction.report.count({ where: { reporterId: BigInt(reporterId), status: 'OPEN' } });
  }

  insert(
    transaction: Transaction,
    { id, serverId, reporterId, targetUserId, channelId, messageId, ...report }: NewReport,
  ): Promise<ReportRow> {
    return transaction.report.create({
      data: {
        ...report,
        id: BigInt(id),
        serverId: optionalId(serverId),
        reporterId: optionalId(reporterId),
        targetUserId: BigInt(targetUserId),
        channelId: optionalId(channelId),
        messageId: optionalId(messageId),
        evidence: report.evidence ?? Prisma.DbNull,
      },
    });
  }

  /** The newest first; `before` is the last one of the page before. */
  list(sight: Sight, status: ReportStatus, before: string | undefined, limit: number): Promise<ReportRow[]> {
    return this.prisma.report.findMany({
      where: { ...this.seen(sight), status, ...(before !== undefined && { id: { lt: BigInt(before) } }) },
      orderBy: { id: 'desc' },
      take: limit,
    });
  }

  byId(sight: Sight, reportId: string, client: Transaction = this.prisma): Promise<ReportRow | null> {
    return client.report.findFirst({ where: { ...this.seen(sight), id: BigInt(reportId) } });
  }

  update(
    transaction: Transaction,
    reportId: string,
    change: { status: ReportStatus; resolution: string; resolverId: string | null; resolvedAt: Date | null },
  ): Promise<ReportRow> {
    return transaction.report.update({
      where: { id: BigInt(reportId) },
      data: { ...change, resolverId: optionalId(change.resolverId) },
    });
  }

  /** Null when it is gone. Of a thread the channel in which it hangs: who sees that sees both. */
  async placeOf(channelId: string): Promise<{ serverId: string | null; channelId: string; channelName: string } | null> {
    const channel = await this.prisma.channel.findUnique({
      where: { id: BigInt(channelId) },
      select: { id: true, name: true, type: true, serverId: true, parentId: true },
    });
    if (!channel) return null;
    const { id, name, type, serverId, parentId } = channel;
    const place = type === 'THREAD' ? (parentId ?? id) : id;
    return { serverId: serverId?.toString() ?? null, channelId: place.toString(), channelName: name };
  }

  /** So many at most who have one of these roles. */
  async holders(serverId: string, roleIds: string[], most: number): Promise<string[]> {
    const rows = await this.prisma.memberRole.groupBy({
      by: ['userId'],
      where: { serverId: BigInt(serverId), roleId: { in: roleIds.map(BigInt) } },
      orderBy: { userId: 'asc' },
      take: most,
    });
    return rows.map(({ userId }) => userId.toString());
  }

  /** So many at most, in the order in which they joined. */
  async memberIds(serverId: string, most: number): Promise<string[]> {
    const rows = await this.prisma.member.findMany({
      where: { serverId: BigInt(serverId) },
      select: { userId: true },
      orderBy: [{ joinedAt: 'asc' }, { userId: 'asc' }],
      take: most,
    });
    return rows.map(({ userId }) => userId.toString());
  }

  async channelName(channelId: string): Promise<string> {
    const channel = await this.prisma.channel.findUnique({ where: { id: BigInt(channelId) }, select: { name: true } });
    return channel?.name ?? '';
  }

  private seen({ serverId, channelIds, except }: Sight): Prisma.ReportWhereInput {
    return {
      serverId: BigInt(serverId),
      ...(except !== undefined && { targetUserId: { not: BigInt(except) } }),
      ...(channelIds && { OR: [{ channelId: null }, { channelId: { in: channelIds.map(BigInt) } }] }),
    };
  }
}
