import { hasPermission, type Role } from '@hearth/contract';
import { allGroups, withBit, type ShownPermission } from './permission-groups';

type RoleDisplayFields = Pick<Role, 'name' | 'color' | 'hoist' | 'mentionable'>;

/** What of a role can be changed in its editor: each permission alone, so that what others change meanwhile about another one stays. */
export type RoleFields = RoleDisplayFields & Record<ShownPermission, boolean>;

const shown: readonly ShownPermission[] = allGroups.flatMap(({ permissions }) => permissions);

export const fieldsOf = ({ name, color, hoist, mentionable, permissions }: Role): RoleFields => ({
  name,
  color,
  hoist,
  mentionable,
  ...(Object.fromEntries(shown.map((permission) => [permission, hasPermission(BigInt(permissions), permission)])) as Record<
    ShownPermission,
    boolean
  >),
});

/** What is to be sent: the changed permissions are set in those that the role has now. */
export function changeOf(role: Role, changed: Partial<RoleFields>): Partial<RoleDisplayFields & Pick<Role, 'permissions'>> {
  const { name, color, hoist, mentionable } = changed;
  const decided = shown.filter((permission) => changed[permission] !== undefined);
  const permissions = decided.reduce(
    (bits, permission) => withBit(bits, permission, changed[permission] === true),
    BigInt(role.permissions),
  );
  return {
    ...(name !== undefined && { name }),
    ...(color !== undefined && { color }),
    ...(hoist !== undefined && { hoist }),
    ...(mentionable !== undefined && { mentionable }),
    ...(decided.length > 0 && { permissions: permissions.toString() }),
  };
}
