import { hasPermission } from '@hearth/contract';
import { useMemo } from 'react';
import { receivesCopies } from '@/features/announcements';
import type { ChannelRights } from '@/features/channels/components';
import { useCan, useChannelPermissions } from '@/features/servers';

/** What the signed-in user may do with the channels of a server. */
export function useChannelRights(serverId: string): ChannelRights {
  const order = useCan(serverId, 'MANAGE_CHANNELS');
  const permissionsIn = useChannelPermissions(serverId);
  return useMemo(
    () => ({
      order,
      manage: (channel) => hasPermission(permissionsIn(channel), 'MANAGE_CHANNELS'),
      setUp: (channel) => {
        const bits = permissionsIn(channel);
        const canFollow = receivesCopies(channel) && hasPermission(bits, 'MANAGE_WEBHOOKS');
        return hasPermission(bits, 'MANAGE_CHANNELS') || hasPermission(bits, 'MANAGE_ROLES') || canFollow;
      },
    }),
    [order, permissionsIn],
  );
}
