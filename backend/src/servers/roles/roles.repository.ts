import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { MemberRow } from '../servers.presenter.js';
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

  /** Just above @everyone: the other roles move up. */
  async insert(transaction: Transaction, serverId: string, id: string, fields: RoleFields): Promise<RoleRow> {
    await transaction.role.updateMany({
      where: { serverId: BigInt(serverId), position: { gt: 0 } },
      data: { position: { increment: 1 } },
    });
    return transaction.role.create({ data: { ...fields, id: BigInt(id), serverId: BigInt(serverId), position: 1 } });
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

  async unassign(transaction: Transaction, serverId: string, userId: string, roleId: string): Promise<void> {
    const ids = { serverId: BigInt(serverId), userId: BigInt(userId), roleId: BigInt(roleId) };
    await transaction.memberRole.delete({ where: { serverId_userId_roleId: ids }, select: { roleId: true } });
  }
}
