import { Injectable } from '@nestjs/common';
import type { ExpressionType } from '@hearth/contract';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { ExpressionRow } from './expressions.presenter.js';

/** An expression as far as it is needed to say who may use it. */
export interface KnownExpression {
  id: string;
  server_id: string;
  name: string;
  animated: boolean;
  /** The user is in its server. */
  is_member: boolean;
}

interface NewExpression {
  id: string;
  serverId: string;
  type: ExpressionType;
  name: string;
  animated: boolean;
  creatorId: string;
}

const named = (name: string) => ({ equals: name.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const });

@Injectable()
export class ExpressionsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** By id ascending. */
  list(serverId: string, type: ExpressionType): Promise<ExpressionRow[]> {
    return this.prisma.expression.findMany({ where: { serverId: BigInt(serverId), type }, orderBy: { id: 'asc' } });
  }

  /** Of all servers that the user is in, by id ascending. */
  ofMember(userId: string): Promise<ExpressionRow[]> {
    return this.prisma.expression.findMany({
      where: { server: { members: { some: { userId: BigInt(userId) } } } },
      orderBy: { id: 'asc' },
    });
  }

  /** Those that exist. */
  known(userId: string, type: ExpressionType, ids: string[]): Promise<KnownExpression[]> {
    return this.prisma.statement<KnownExpression>(
      'expressions_known',
      `SELECT e.id, e.server_id, e.name, e.animated,
         EXISTS (SELECT FROM members m WHERE m.server_id = e.server_id AND m.user_id = $1) AS is_member
       FROM expressions e WHERE e.id = ANY($3::bigint[]) AND e.type = $2::expression_type`,
      [userId, type, ids],
    );
  }

  count(transaction: Transaction, serverId: string, type: ExpressionType): Promise<number> {
    return transaction.expression.count({ where: { serverId: BigInt(serverId), type } });
  }

  /** Whether another one has this name, in whichever capitals. */
  async isTaken(transaction: Transaction, { serverId, type, name, id }: Omit<NewExpression, 'animated' | 'creatorId'>): Promise<boolean> {
    const others = { serverId: BigInt(serverId), type, name: named(name), id: { not: BigInt(id) } };
    return (await transaction.expression.count({ where: others })) > 0;
  }

  /** Null when there is none of this type in this server. */
  byId(transaction: Transaction, serverId: string, type: ExpressionType, id: string): Promise<ExpressionRow | null> {
    return transaction.expression.findFirst({ where: { id: BigInt(id), serverId: BigInt(serverId), type } });
  }

  insert(transaction: Transaction, { id, serverId, creatorId, ...fields }: NewExpression): Promise<ExpressionRow> {
    return transaction.expression.create({
      data: { ...fields, id: BigInt(id), serverId: BigInt(serverId), creatorId: BigInt(creatorId) },
    });
  }

  rename(transaction: Transaction, id: string, name: string): Promise<ExpressionRow> {
    return transaction.expression.update({ where: { id: BigInt(id) }, data: { name } });
  }
}
