import type { Expression } from '@hearth/contract';

const byId = (one: Expression, other: Expression): number => (BigInt(one.id) < BigInt(other.id) ? -1 : 1);

/** Made or renamed: in its place by id. */
export const applyExpression = (list: readonly Expression[], expression: Expression): Expression[] =>
  [...list.filter(({ id }) => id !== expression.id), expression].sort(byId);

export const withoutExpression = (list: readonly Expression[], expressionId: string): Expression[] =>
  list.filter(({ id }) => id !== expressionId);

export const withoutServer = (list: readonly Expression[], serverId: string): Expression[] =>
  list.filter((expression) => expression.serverId !== serverId);
