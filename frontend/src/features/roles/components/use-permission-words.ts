import { useTranslation } from '@/i18n';
import type { ShownPermission } from '../permission-groups';

export interface PermissionWords {
  name: (permission: ShownPermission) => string;
  /** What it lets do, in a plain sentence. */
  hint: (permission: ShownPermission) => string;
  /** Everything by which it is found. */
  all: (permission: ShownPermission) => string;
}

/** Those that mean something else about one channel than about the whole server. */
const ofChannels = ['VIEW_CHANNEL', 'MANAGE_CHANNELS', 'MANAGE_ROLES'] as const;
type OfChannels = (typeof ofChannels)[number];

const isOfChannels = (permission: ShownPermission): permission is OfChannels =>
  (ofChannels as readonly ShownPermission[]).includes(permission);

export function usePermissionWords(scope: 'server' | 'channel' = 'server'): PermissionWords {
  const { t } = useTranslation();
  const word = (permission: ShownPermission, part: 'name' | 'hint') =>
    scope === 'channel' && isOfChannels(permission)
      ? t(`permissions.inChannel.${permission}.${part}`)
      : t(`permissions.${permission}.${part}`);
  const name = (permission: ShownPermission) => word(permission, 'name');
  const hint = (permission: ShownPermission) => word(permission, 'hint');
  return { name, hint, all: (permission) => `${name(permission)} ${hint(permission)}` };
}
