import { useCallback } from 'react';
import { useTranslation } from '@/i18n';
import { useChannelPermissions } from '@/features/servers';
import { persistently } from '@/lib/lazy-part';
import { useToast } from '@/ui';

/** A channel that comes into a category keeps its own rules: whoever moved it is told so, and may give it those of the category. */
export function useSyncOffer(serverId: string): (channelId: string) => void {
  const { t } = useTranslation();
  const toast = useToast();
  const permissionsIn = useChannelPermissions(serverId);
  return useCallback(
    (channelId) =>
      void persistently(() => import('./offer-sync')).then(({ offerSync }) => offerSync(channelId, { permissionsIn, t, toast })),
    [permissionsIn, t, toast],
  );
}
