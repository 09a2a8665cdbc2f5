import type { Role } from '@hearth/contract';
import { useTranslation } from '@/i18n';

/** @everyone has no name of its own. */
export function useRoleName(): (role: Role, serverId: string) => string {
  const { t } = useTranslation();
  return (role, serverId) => (role.id === serverId ? t('roles.everyone') : role.name);
}
