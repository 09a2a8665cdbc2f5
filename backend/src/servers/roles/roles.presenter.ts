import type { Role } from '@hearth/contract';

export interface RoleRow {
  id: bigint;
  name: string;
  color: number | null;
  hoist: boolean;
  mentionable: boolean;
  position: number;
  permissions: bigint;
}

export const placesOf = (rows: RoleRow[]): { id: string; position: number }[] =>
  rows.map(({ id, position }) => ({ id: id.toString(), position }));

export const presentRole = ({ id, name, color, hoist, mentionable, position, permissions }: RoleRow): Role => ({
  id: id.toString(),
  name,
  color,
  hoist,
  mentionable,
  position,
  permissions: permissions.toString(),
});
