import { hasPermission } from '@hearth/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { findChannel } from '@/features/channels';
import { meanTheSame } from '@/features/roles';
import { useChannelPermissions } from '@/features/servers';
import { useToast } from '@/ui';
import { openDialog } from '../dialogs-store';

/** Long enough to think about who should see it. */
const SHOWN_MS = 20_000;

/** A channel that comes into a category keeps its own rules: whoever moved it is told so, and may give it those of the category. */
export function useSyncOffer(serverId: string): (channelId: string) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const permissionsIn = useChannelPermissions(serverId);
  return useCallback(
    (channelId) => {
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
    },
    [permissionsIn, t, toast],
  );
}
