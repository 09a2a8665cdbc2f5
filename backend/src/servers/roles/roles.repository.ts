import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { MemberRow } from '../servers.presenter.js';
import type { LostRole } from './lost-role.js';
import type { RolePlace } from './roles.policy.js';
import type { RoleRow } from './roles.presenter.js';

export interface RoleFields {
  name: string;
  color: number | null;
  hoist: boolean;
  mentionable: boolean;
  permissions: bigint;
}

const PERSON = {
  user: { select: { id: true, username: true, displayName: true, avatar: true } },
  roles: { select: { roleId: true } },
} as const;

@Injectable()
export class RolesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** The lowest first. */
  list(serverId: string, client: Transaction = this.prisma): Promise<RoleRow[]> {
    return client.role.findMany({ where: { serverId: BigInt(serverId) }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  }

  /** How many members have each role, by its id; @everyone is not among them. */
  async memberCounts(serverId: string): Promise<Map<string, number>> {
    const counts = await this.prisma.memberRole.groupBy({
      by: 'roleId',
      where: { role: { serverId: BigInt(serverId) } },
      _count: true,
    });
    return new Map(counts.map(({ roleId, _count }) => [roleId.toString(), _count]));
  }

  byId(transaction: Transaction, roleId: string): Promise<RoleRow> {
    return transaction.role.findUniqueOrThrow({ where: { id: BigInt(roleId) } });
  }

  /** What stands there and above makes room for another. */
  async moveUp(transaction: Transaction, serverId: string, position: number): Promise<void> {
    await transaction.role.updateMany({
      where: { serverId: BigInt(serverId), position: { gte: position } },
      data: { position: { increment: 1 } },
    });
  }

  insert(transaction: Transaction, serverId: string, id: string, fields: RoleFields & { position: number }): Promise<RoleRow> {
    return transaction.role.create({ data: { ...fields, id: BigInt(id), serverId: BigInt(serverId) } });
  }

  update(transaction: Transaction, roleId: string, fields: Partial<RoleFields>): Promise<RoleRow> {
    return transaction.role.update({ where: { id: BigInt(roleId) }, data: fields });
  }

  async move(transaction: Transaction, places: readonly RolePlace[]): Promise<void> {
    await transaction.$executeRaw`
      UPDATE roles SET position = place.position
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS place(id bigint, position int)
      WHERE roles.id = place.id AND roles.position <> place.position`;
  }

  /** What goes with a role when it is deleted, and how many have it, also beyond those who are named. */
  async lost(
    transaction: Transaction,
    serverId: string,
    { id: roleId, position }: RoleRow,
    limit: number,
  ): Promise<LostRole & { members: number }> {
    const members = await transaction.memberRole.count({ where: { roleId } });
    const holders = await transaction.memberRole.findMany({
      where: { roleId },
      select: { userId: true },
      orderBy: { userId: 'asc' },
      take: limit,
    });
    const overwrites = await transaction.permissionOverwrite.findMany({
      where: { targetId: roleId, channel: { serverId: BigInt(serverId) } },
      orderBy: { channelId: 'asc' },
    });
    return {
      members,
      position,
      memberIds: holders.map(({ userId }) => userId.toString()),
      overwrites: overwrites.map(({ channelId, allow, deny }) => ({ channelId: `${channelId}`, allow: `${allow}`, deny: `${deny}` })),
    };
  }

  /** With its overwrites; it is taken from all who have it. */
  async remove(transaction: Transaction, serverId: string, roleId: string): Promise<void> {
    await transaction.permissionOverwrite.deleteMany({ where: { targetId: BigInt(roleId), channel: { serverId: BigInt(serverId) } } });
    await transaction.role.delete({ where: { id: BigInt(roleId) }, select: { id: true } });
  }

  /** Of those who have a role, in the order of their ids. */
  async members(serverId: string, roleId: string, after: string | undefined, limit: number): Promise<MemberRow[]> {
    const rows = await this.prisma.atOneMoment((snapshot) =>
      snapshot.memberRole.findMany({
        where: { roleId: BigInt(roleId), serverId: BigInt(serverId), ...(after !== undefined && { userId: { gt: BigInt(after) } }) },
        include: { member: { include: PERSON } },
        orderBy: { userId: 'asc' },
        take: limit,
      }),
    );
    return rows.map(({ member }) => member);
  }

  /** As `members`, of @everyone. */
  everybody(serverId: string, after: string | undefined, limit: number): Promise<MemberRow[]> {
    return this.prisma.atOneMoment((snapshot) =>
      snapshot.member.findMany({
        where: { serverId: BigInt(serverId), ...(after !== undefined && { userId: { gt: BigInt(after) } }) },
        include: PERSON,
        orderBy: { userId: 'asc' },
        take: limit,
      }),
    );
  }

  /** Those of them who are in the server. */
  membersAmong(serverId: string, userIds: string[]): Promise<MemberRow[]> {
    return this.prisma.atOneMoment((snapshot) =>
      snapshot.member.findMany({ where: { serverId: BigInt(serverId), userId: { in: userIds.map(BigInt) } }, include: PERSON }),
    );
  }

  member(transaction: Transaction, serverId: string, userId: string): Promise<MemberRow> {
    return transaction.member.findUniqueOrThrow({
      where: { serverId_userId: { serverId: BigInt(serverId), userId: BigInt(userId) } },
      include: PERSON,
    });
  }

  async assign(transaction: Transaction, serverId: string, userId: string, roleId: string): Promise<void> {
    const ids = { serverId: BigInt(serverId), userId: BigInt(userId), roleId: BigInt(roleId) };
    await transaction.memberRole.create({ data: ids, select: { roleId: true } });
  }

  /** To those of them who are in the server. */
  async assignAll(transaction: Transaction, serverId: string, roleId: string, userIds: string[]): Promise<void> {
    await transaction.$executeRaw`
      INSERT INTO member_roles (server_id, user_id, role_id)
      SELECT server_id, user_id, ${BigInt(roleId)} FROM members
      WHERE server_id = ${BigInt(serverId)} AND user_id = ANY(${userIds.map(BigInt)}::bigint[])`;
  }

  async insertOverwrites(transaction: Transaction, roleId: string, overwrites: LostRole['overwrites']): Promise<void> {
    await transaction.permissionOverwrite.createMany({
      data: overwrites.map(({ channelId, allow, deny }) => {
        return { channelId: BigInt(channelId), targetId: BigInt(roleId), type: 'ROLE' as const, allow: BigInt(allow), deny: BigInt(deny) };
      }),
    });
  }

  async unassign(transaction: Transaction, serverId: string, userId: string, roleId: string): Promise<void> {
    const ids = { serverId: BigInt(serverId), userId: BigInt(userId), roleId: BigInt(roleId) };
    await transaction.memberRole.delete({ where: { serverId_userId_roleId: ids }, select: { roleId: true } });
  }
}
