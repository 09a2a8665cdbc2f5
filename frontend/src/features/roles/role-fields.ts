import type { Role } from '@hearth/contract';

/** What of a role can be changed in its editor. */
export type RoleFields = Pick<Role, 'name' | 'color' | 'hoist' | 'mentionable' | 'permissions'>;

export const fieldsOf = ({ name, color, hoist, mentionable, permissions }: Role): RoleFields => ({
  name,
  color,
  hoist,
  mentionable,
  permissions,
});
