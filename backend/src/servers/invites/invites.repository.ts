import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { Invite } from '../../generated/prisma/client.js';
import type { KeysetPosition } from '../keyset-cursor.js';
import { isInviteCode } from './invite-code.js';
import type { InvitePreviewRow, InviteRow } from './invites.presenter.js';

export interface NewInvite {
  code: string;
  serverId: string;
  channelId: string | null;
  inviterId: string;
  maxUses: number | null;
  expiresAt: Date | null;
}

const INVITER = { inviter: { select: { id: true, username: true, displayName: true, avatar: true } } } as const;
const KEPT_AFTER_EXPIRY = 24 * 3_600 * 1_000;

@Injectable()
export class InvitesRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  async byCode(code: string): Promise<InvitePreviewRow | null> {
    if (!isInviteCode(code)) return null;
    return this.prisma.atOneMoment((snapshot) =>
      snapshot.invite.findUnique({
        where: { code },
        include: {
          ...INVITER,
          server: { select: { id: true, name: true, icon: true, memberCount: true } },
          channel: { select: { id: true, name: true } },
        },
      }),
    );
  }

  /**
   * An invite that nobody else uses, revokes or counts until the transaction ends; null when there is none. The server's row is locked
   * first, as by whatever deletes a server with its invites.
   */
  async lock(transaction: Transaction, code: string): Promise<Invite | null> {
    if (!isInviteCode(code)) return null;
    await transaction.$queryRaw`SELECT FROM servers WHERE id = (SELECT server_id FROM invites WHERE code = ${code}) FOR NO KEY UPDATE`;
    await transaction.$queryRaw`SELECT FROM invites WHERE code = ${code} FOR UPDATE`;
    return transaction.invite.findUnique({ where: { code } });
  }

  async use(transaction: Transaction, code: string): Promise<void> {
    await transaction.invite.update({ where: { code }, data: { uses: { increment: 1 } }, select: { code: true } });
  }

  /** How many invites of a server still work. Those that expired long ago go. */
  async count(transaction: Transaction, serverId: string, now: Date): Promise<number> {
    const id = BigInt(serverId);
    await transaction.invite.deleteMany({ where: { serverId: id, expiresAt: { lt: new Date(now.getTime() - KEPT_AFTER_EXPIRY) } } });
    return transaction.invite.count({ where: { serverId: id, ...this.usable(now) } });
  }

  insert(transaction: Transaction, { serverId, channelId, inviterId, ...invite }: NewInvite): Promise<InviteRow> {
    return transaction.invite.create({
      data: {
        ...invite,
        serverId: BigInt(serverId),
        channelId: channelId === null ? null : BigInt(channelId),
        inviterId: BigInt(inviterId),
      },
      include: INVITER,
    });
  }

  /** Those that still work, the newest first; `before` is the last one of the page before. */
  list(
    { serverId, inviterId }: { serverId: string; inviterId: string | undefined },
    now: Date,
    before: KeysetPosition | undefined,
    limit: number,
  ): Promise<InviteRow[]> {
    const older = before && { createdAt: { lte: before.at }, OR: [{ createdAt: { lt: before.at } }, { code: { lt: before.key } }] };
    return this.prisma.invite.findMany({
      where: {
        serverId: BigInt(serverId),
        ...(inviterId !== undefined && { inviterId: BigInt(inviterId) }),
        AND: [this.usable(now), older ?? {}],
      },
      include: INVITER,
      orderBy: [{ createdAt: 'desc' }, { code: 'desc' }],
      take: limit,
    });
  }

  /** False when it was gone already. */
  async remove(transaction: Transaction, code: string): Promise<boolean> {
    const { count } = await transaction.invite.deleteMany({ where: { code } });
    return count > 0;
  }

  private usable(now: Date) {
    return {
      AND: [
        { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
        { OR: [{ maxUses: null }, { uses: { lt: this.prisma.invite.fields.maxUses } }] },
      ],
    };
  }
}
