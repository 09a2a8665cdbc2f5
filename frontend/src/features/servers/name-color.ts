import type { Role } from '@hearth/contract';

/** The colour of the highest of these roles that has one, which names of those who hold it are shown in. */
export function nameColor(roles: readonly Pick<Role, 'id' | 'color' | 'position'>[], roleIds: readonly string[]): number | null {
  let highest: Pick<Role, 'color' | 'position'> | null = null;
  for (const role of roles)
    if (role.color !== null && roleIds.includes(role.id) && role.position > (highest?.position ?? -1)) highest = role;
  return highest?.color ?? null;
}
