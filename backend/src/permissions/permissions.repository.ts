import { Injectable } from '@nestjs/common';
import { listedChannelTypes, type PermissionMember, type PermissionOverwrite, type VerificationLevel } from '@hearth/contract';
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

// One statement past Prisma, which takes several times as long to make the rows of hundreds of channels, and reads them one moment after
// the other. Lists of values instead of objects: names would be most of the text.
const RULES = `
SELECT s.owner_id::text AS "ownerId", s.access_version AS "accessVersion", s.member_count AS "memberCount",
  s.verification_level::text AS "verificationLevel",
  (SELECT coalesce(json_agg(json_build_array(r.id::text, r.position, r.permissions::text)), '[]')
   FROM roles r WHERE r.server_id = s.id) AS roles,
  (SELECT coalesce(json_agg(json_build_array(c.id::text, c.type, c.parent_id::text, c.slowmode)), '[]')
   FROM channels c WHERE c.server_id = s.id AND c.type = ANY('{${listedChannelTypes.join()}}')) AS channels,
  (SELECT coalesce(json_agg(json_build_array(o.channel_id::text, o.target_id::text, o.type, o.allow::text, o.deny::text)), '[]')
   FROM permission_overwrites o JOIN channels c ON c.id = o.channel_id WHERE c.server_id = s.id) AS overwrites
FROM servers s WHERE s.id = $1`;

interface RulesRow {
  ownerId: string;
  accessVersion: number;
  memberCount: number;
  verificationLevel: VerificationLevel;
  roles: [id: string, position: number, permissions: string][];
  channels: [id: string, type: ChannelRules['type'], parentId: string | null, slowmode: number][];
  overwrites: [channelId: string, targetId: string, type: PermissionOverwrite['type'], allow: string, deny: string][];
}

function toRules(serverId: string, { ownerId, verificationLevel, accessVersion, memberCount, ...row }: RulesRow): ServerRules {
  const roles = row.roles.map(([id, position, permissions]) => ({ id, position, permissions: BigInt(permissions) }));
  const overwritesOf = Map.groupBy(row.overwrites, ([channelId]) => channelId);
  const channels = row.channels.map(([id, type, parentId, slowmode]): ChannelRules => ({
    id,
    serverId,
    type,
    parentId,
    slowmode,
    overwrites: (overwritesOf.get(id) ?? []).map(([, targetId, kind, allow, deny]) => ({
      targetId,
      type: kind,
      allow: BigInt(allow),
      deny: BigInt(deny),
    })),
  }));
  const server = { id: serverId, ownerId, roles, verificationLevel };
  return { server, accessVersion, memberCount, channels: new Map(channels.map((channel) => [channel.id, channel])) };
}

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

  /** Null when the server is gone. */
  async rules(serverId: string): Promise<ServerRules | null> {
    const [row] = await this.prisma.statement<RulesRow>('permissions_rules', RULES, [serverId]);
    return row ? toRules(serverId, row) : null;
  }

  /** As `rules`, as a transaction sees them. */
  async rulesIn(transaction: Transaction, serverId: string): Promise<ServerRules | null> {
    const [row] = await transaction.$queryRawUnsafe<RulesRow[]>(RULES, BigInt(serverId));
    return row ? toRules(serverId, row) : null;
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

  /** Runs the installation. */
  async isAdmin(userId: string): Promise<boolean> {
    const user = await this.prisma.user.findUnique({ where: { id: BigInt(userId) }, select: { isAdmin: true } });
    return user?.isAdmin ?? false;
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
