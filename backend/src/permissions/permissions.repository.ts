import { Injectable } from '@nestjs/common';
import type { PermissionMember } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { ChannelRules, ServerRules } from './access.js';

const MEMBER = { userId: true, timeoutUntil: true, roles: { select: { roleId: true } } } as const;

interface MemberRow {
  userId: bigint;
  timeoutUntil: Date | null;
  roles: { roleId: bigint }[];
}

const toMember = (row: MemberRow): PermissionMember => ({
  userId: row.userId.toString(),
  roleIds: row.roles.map(({ roleId }) => roleId.toString()),
  timeoutUntil: row.timeoutUntil?.getTime() ?? null,
});

@Injectable()
export class PermissionsRepository {
  constructor(private readonly prisma: PrismaService) {}

  async rules(serverId: string): Promise<ServerRules | null> {
    const server = await this.prisma.server.findUnique({
      where: { id: BigInt(serverId) },
      select: {
        ownerId: true,
        accessVersion: true,
        memberCount: true,
        roles: { select: { id: true, position: true, permissions: true } },
        channels: { select: { id: true, type: true, parentId: true, overwrites: true } },
      },
    });
    if (!server) return null;
    const roles = server.roles.map((role) => ({ ...role, id: role.id.toString() }));
    const channels = server.channels.map((channel): ChannelRules => ({
      id: channel.id.toString(),
      serverId,
      type: channel.type,
      parentId: channel.parentId?.toString() ?? null,
      overwrites: channel.overwrites.map(({ targetId, type, allow, deny }) => ({ targetId: targetId.toString(), type, allow, deny })),
    }));
    return {
      server: { id: serverId, ownerId: server.ownerId.toString(), roles },
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

  async serverOfChannel(channelId: string): Promise<string | null> {
    const channel = await this.prisma.channel.findUnique({ where: { id: BigInt(channelId) }, select: { serverId: true } });
    return channel?.serverId.toString() ?? null;
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
}
