import { Injectable } from '@nestjs/common';
import type { PermissionOverwrite } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';

/** Members with the same roles, as far as the roles make a difference. */
export interface Crowd {
  roleIds: string[];
  count: number;
  /** The first of them. */
  userIds: string[];
}

// Each role stands for all that make the same difference, and those that make none are left out: ten thousand members are few crowds.
const CROWDS = `
WITH kinds AS (SELECT * FROM unnest($2::bigint[], $3::bigint[]) AS kind (role_id, stands_for)),
people AS (
  SELECT m.user_id, array_remove(array_agg(DISTINCT k.stands_for ORDER BY k.stands_for), NULL) AS role_ids
  FROM members m
  LEFT JOIN member_roles r ON r.server_id = m.server_id AND r.user_id = m.user_id
  LEFT JOIN kinds k ON k.role_id = r.role_id
  WHERE m.server_id = $1 AND m.user_id <> ALL($4::bigint[])
  GROUP BY m.user_id)
SELECT role_ids::text[] AS "roleIds", count(*)::int AS count, (array_agg(user_id::text ORDER BY user_id))[1:$5] AS "userIds"
FROM people GROUP BY role_ids`;

@Injectable()
export class OverwritesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** Each of the channels has these overwrites afterwards, and no other. */
  async replace(transaction: Transaction, channelIds: string[], overwrites: readonly PermissionOverwrite[]): Promise<void> {
    const ids = channelIds.map(BigInt);
    await transaction.permissionOverwrite.deleteMany({ where: { channelId: { in: ids } } });
    await transaction.permissionOverwrite.createMany({
      data: ids.flatMap((channelId) =>
        overwrites.map(({ targetId, type, allow, deny }) => ({ channelId, targetId: BigInt(targetId), type, allow, deny })),
      ),
    });
  }

  async channelName(transaction: Transaction, channelId: string): Promise<string> {
    const { name } = await transaction.channel.findUniqueOrThrow({ where: { id: BigInt(channelId) }, select: { name: true } });
    return name;
  }

  /** What roles of a server are called, by id. */
  async roleNames(serverId: string): Promise<Map<string, string>> {
    const roles = await this.prisma.role.findMany({ where: { serverId: BigInt(serverId) }, select: { id: true, name: true } });
    return new Map(roles.map(({ id, name }) => [id.toString(), name]));
  }

  async isLocked(threadId: string): Promise<boolean> {
    const thread = await this.prisma.channel.findUnique({ where: { id: BigInt(threadId) }, select: { locked: true } });
    return thread?.locked ?? false;
  }

  /**
   * The members of a server by their roles.
   *
   * @param kinds of each role that makes a difference the one that stands for it
   * @param but these users
   * @param shown how many of each crowd are named
   */
  crowds(serverId: string, kinds: ReadonlyMap<string, string>, but: string[], shown: number): Promise<Crowd[]> {
    const values = [serverId, [...kinds.keys()], [...kinds.values()], but, shown];
    return this.prisma.statement<Crowd>('overwrites_crowds', CROWDS, values);
  }
}
