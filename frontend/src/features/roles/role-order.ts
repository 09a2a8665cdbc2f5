import type { Role } from '@hearth/contract';

/** The highest first, without @everyone, which has no place among them. */
export const orderedRoles = <R extends Role>(roles: readonly R[], serverId: string): R[] =>
  roles.filter(({ id }) => id !== serverId).toSorted((a, b) => b.position - a.position || (BigInt(a.id) < BigInt(b.id) ? 1 : -1));

/** Ids from the highest to the lowest, as positions counted from 1 for the lowest. */
export const positionsOf = (ids: readonly string[]): { id: string; position: number }[] =>
  ids.map((id, index) => ({ id, position: ids.length - index }));
