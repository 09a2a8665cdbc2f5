import { type Expression, type ExpressionType, hasPermission } from '@hearth/contract';
import { useMemo } from 'react';
import { findChannel, useChannel } from '@/features/channels';
import { permissionsIn, servers, useCan, useServers } from '@/features/servers';
import { heldExpressions, useExpressions } from './queries';
import { type Place, usableIn } from './usable';

const NONE: readonly Expression[] = [];

function placeOf(channelId: string): Place {
  const all = servers.get();
  const channel = findChannel(channelId);
  const server = all.find(({ id }) => id === channel?.serverId);
  const ruling = channel?.thread ? findChannel(channel.parentId ?? '') : channel;
  const mayUseOthers = !server || hasPermission(permissionsIn(server, ruling, Date.now()), 'USE_EXTERNAL_EMOJIS');
  return { serverId: channel?.serverId ?? null, mayUseOthers, serverIds: all.map(({ id }) => id) };
}

/** What the user may use in a channel; undefined while that is not known. */
export function heldUsable(channelId: string, type: ExpressionType): Expression[] | undefined {
  const list = heldExpressions();
  return list && usableIn(list, type, placeOf(channelId));
}

/** What the user may use in a channel, that of its server first. */
export function useUsable(channelId: string, type: ExpressionType): readonly Expression[] {
  const { data = NONE } = useExpressions();
  const serverId = useChannel(channelId)?.serverId ?? null;
  const mayUseOthers = useCan(serverId ?? '', 'USE_EXTERNAL_EMOJIS', channelId) || serverId === null;
  const all = useServers();
  return useMemo(
    () => usableIn(data, type, { serverId, mayUseOthers, serverIds: all.map(({ id }) => id) }),
    [data, type, serverId, mayUseOthers, all],
  );
}
