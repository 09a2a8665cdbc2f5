import type { Expression } from '@hearth/contract';

export interface ExpressionRow {
  id: bigint;
  serverId: bigint;
  type: Expression['type'];
  name: string;
  animated: boolean;
  creatorId: bigint | null;
  createdAt: Date;
}

export const presentExpression = ({ id, serverId, creatorId, createdAt, ...row }: ExpressionRow): Expression => ({
  id: id.toString(),
  serverId: serverId.toString(),
  type: row.type,
  name: row.name,
  animated: row.animated,
  creatorId: creatorId?.toString() ?? null,
  createdAt: createdAt.toISOString(),
});
