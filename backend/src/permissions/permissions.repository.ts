import { Injectable } from '@nestjs/common';
import { listedChannelTypes, type PermissionMember } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { ChannelRules, ConversationRules, ServerRules, ThreadRules } from './access.js';

const MEMBER = { userId: true, timeoutUntil: true, joinedAt: true, pending: true, roles: { select: { roleId: true } } } as const;

interface MemberRow {
  userId: bigint;
  timeoutUntil: Date | null;
  joinedAt: Date;
  pending: boolean;
  roles: { roleId: bigint }[];
}

/** Where a channel belongs: to a server or to none, and as a thread to another channel. */
export interface ChannelHome {
  serverId: string | null;
  isThread: boolean;
}

const CONVERSATION = `
SELECT c.type, c.access_version AS "accessVersion", array_agg(r.user_id::text) AS "recipientIds",
  c.type = 'DM' AND EXISTS (
    SELECT FROM relationships b
    WHERE b.type = 'BLOCKED' AND (b.user_id, b.other_id) IN (
      SELECT one.user_id, other.user_id FROM recipients one JOIN recipients other USING (channel_id) WHERE one.channel_id = $1)
  ) AS blocked
FROM channels c JOIN recipients r ON r.channel_id = c.id WHERE c.id = $1 AND c.server_id IS NULL GROUP BY c.id`;

type ConversationRow = Omit<ConversationRules, 'id' | 'recipientIds'> & { recipientIds: string[] };

const toMember = (row: MemberRow): PermissionMember => ({
  userId: row.userId.toString(),
  roleIds: row.roles.map(({ roleId }) => roleId.toString()),
  timeoutUntil: row.timeoutUntil?.getTime() ?? null,
  joinedAt: row.joinedAt.getTime(),
  pending: row.pending,
});

@Injectable()
export class PermissionsRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /** The version of a server's rules, which stay as they are until the transaction ends; null when it is gone. */
  async lock(transaction: Transaction, serverId: string): Promise<number | null> {
    const [server] = await transaction.$queryRaw<{ accessVersion: number }[]>`
      SELECT access_version AS "accessVersion" FROM servers WHERE id = ${BigInt(serverId)} FOR NO KEY UPDATE`;
    return server?.accessVersion ?? null;
  }

  async rules(serverId: string, client: Transaction = this.prisma): Promise<ServerRules | null> {
    const server = await client.server.findUnique({
      where: { id: BigInt(serverId) },
      select: {
        ownerId: true,
        accessVersion: true,
        memberCount: true,
        verificationLevel: true,
        roles: { select: { id: true, position: true, permissions: true } },
        channels: { where: { type: { in: [...listedChannelTypes] } }, select: { id: true, type: true, parentId: true, slowmode: true, overwrites: true } },
      },
    });
    if (!server) return null;
    const roles = server.roles.map((role) => ({ ...role, id: role.id.toString() }));
    const channels = server.channels.map((channel): ChannelRules => ({
      id: channel.id.toString(),
      serverId,
      type: channel.type,
      parentId: channel.parentId?.toString() ?? null,
      slowmode: channel.slowmode,
      overwrites: channel.overwrites.map(({ targetId, type, allow, deny }) => ({ targetId: targetId.toString(), type, allow, deny })),
    }));
    return {
      server: { id: serverId, ownerId: server.ownerId.toString(), roles, verificationLevel: server.verificationLevel },
      accessVersion: server.accessVersion,
      memberCount: server.memberCount,
      channels: new Map(channels.map((channel) => [channel.id, channel])),
    };
  }

  async members(serverId: string): Promise<PermissionMember[]> {
    const members = await this.prisma.member.findMany({ where: { serverId: BigInt(serverId) }, select: MEMBER });
    return members.map(toMember);
  }

  async member(serverId: string, userId: string): Promise<PermissionMember | null> {
    const member = await this.prisma.member.findUnique({
      where: { serverId_userId: { serverId: BigInt(serverId), userId: BigInt(userId) } },
      select: MEMBER,
    });
    return member && toMember(member);
  }

  /** Those of the users who are in the server. */
  async membersAmong(serverId: string, userIds: string[], client: Transaction = this.prisma): Promise<PermissionMember[]> {
    const members = await client.member.findMany({
      where: { serverId: BigInt(serverId), userId: { in: userIds.map(BigInt) } },
      select: MEMBER,
    });
    return members.map(toMember);
  }

  async home(channelId: string): Promise<ChannelHome | null> {
    const channel = await this.prisma.channel.findUnique({ where: { id: BigInt(channelId) }, select: { serverId: true, type: true } });
    return channel && { serverId: channel.serverId?.toString() ?? null, isThread: channel.type === 'THREAD' };
  }

  async thread(threadId: string): Promise<ThreadRules | null> {
    const thread = await this.prisma.channel.findUnique({
      where: { id: BigInt(threadId) },
      select: { parentId: true, locked: true, slowmode: true },
    });
    return thread?.parentId ? { ...thread, id: threadId, parentId: thread.parentId.toString() } : null;
  }

  /** Null for a channel of a server, and for one that everybody left. */
  async conversation(channelId: string): Promise<ConversationRules | null> {
    const [row] = await this.prisma.statement<ConversationRow>('permissions_conversation', CONVERSATION, [channelId]);
    return row ? { ...row, id: channelId, recipientIds: new Set(row.recipientIds) } : null;
  }

  async conversationsOf(userId: string): Promise<string[]> {
    const recipients = await this.prisma.recipient.findMany({ where: { userId: BigInt(userId) }, select: { channelId: true } });
    return recipients.map(({ channelId }) => channelId.toString());
  }

  async serversOf(userId: string): Promise<string[]> {
    const members = await this.prisma.member.findMany({ where: { userId: BigInt(userId) }, select: { serverId: true } });
    return members.map(({ serverId }) => serverId.toString());
  }

  async shareServer(userId: string, otherId: string): Promise<boolean> {
    const shared = await this.prisma.member.findFirst({
      where: { userId: BigInt(userId), server: { members: { some: { userId: BigInt(otherId) } } } },
      select: { serverId: true },
    });
    return shared !== null;
  }

  /** False when the server is gone. */
  async raiseAccessVersion(transaction: Transaction, serverId: string): Promise<boolean> {
    const { count } = await transaction.server.updateMany({ where: { id: BigInt(serverId) }, data: { accessVersion: { increment: 1 } } });
    return count > 0;
  }

  /** False when the channel is gone. */
  async raiseChannelAccessVersion(transaction: Transaction, channelId: string): Promise<boolean> {
    const { count } = await transaction.channel.updateMany({ where: { id: BigInt(channelId) }, data: { accessVersion: { increment: 1 } } });
    return count > 0;
  }
}
