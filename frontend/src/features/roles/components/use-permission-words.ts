import { useTranslation } from 'react-i18next';
import type { ShownPermission } from '../permission-groups';

export interface PermissionWords {
  name: (permission: ShownPermission) => string;
  /** What it lets do, in a plain sentence. */
  hint: (permission: ShownPermission) => string;
  /** Everything by which it is found. */
  all: (permission: ShownPermission) => string;
}

export function usePermissionWords(): PermissionWords {
  const { t } = useTranslation();
  const name = (permission: ShownPermission) => t(`permissions.${permission}.name`);
  const hint = (permission: ShownPermission) => t(`permissions.${permission}.hint`);
  return { name, hint, all: (permission) => `${name(permission)} ${hint(permission)}` };
}
