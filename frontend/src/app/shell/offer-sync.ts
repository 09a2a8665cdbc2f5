import { type Channel, hasPermission } from '@hearth/contract';
import type { TFunction } from 'i18next';
import { findChannel } from '@/features/channels';
import { meanTheSame } from '@/features/roles';
import type { ToastHandle } from '@/ui';
import { openDialog } from '../dialogs-store';

/** Long enough to think about who should see it. */
const SHOWN_MS = 20_000;

interface Tools {
  permissionsIn: (channel: Channel) => bigint;
  t: TFunction;
  toast: ToastHandle;
}

/** Nothing where its rules and those of its category mean the same. */
export function offerSync(channelId: string, { permissionsIn, t, toast }: Tools): void {
  const channel = findChannel(channelId);
  const category = findChannel(channel?.parentId ?? '');
  if (!channel || !category || meanTheSame(channel.overwrites, category.overwrites)) return;
  const maySync = hasPermission(permissionsIn(channel), 'MANAGE_ROLES');
  toast.show({
    title: t('channels.outOfSync', { name: channel.name }),
    description: t('channels.outOfSyncText', { category: category.name }),
    timeout: SHOWN_MS,
    ...(maySync && { action: { label: t('channels.sync'), onClick: () => openDialog({ kind: 'syncChannel', channelId }) } }),
  });
}
