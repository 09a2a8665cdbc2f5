import type { SearchHit } from '@hearth/contract';
import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useChannels } from '@/features/channels';
import { closeSearch } from '@/features/search';
import { SearchPane } from '@/features/search/components';
import { useClosedByBack } from '@/lib/closed-by-back';
import { paths } from '@/lib/paths';
import { openDialog } from '../dialogs-store';
import type { Place } from '../use-place';

/** The search, for the place that is open. */
export default function SearchHost({ place: { server, channel }, isCovering }: { place: Place; isCovering: boolean }) {
  const [path, navigate] = useLocation();
  const query = useSearch();
  useEndOnLeave(`${path}?${query}`, isCovering);
  const channels = useChannels(server?.id ?? '');
  const go = ({ serverId, message: { channelId, seq } }: SearchHit) => {
    if (isCovering) closeSearch();
    navigate(paths.message(serverId, channelId, seq));
  };
  return (
    <SearchPane
      server={server && { id: server.id, name: server.name, channelIds: channels.map(({ id }) => id) }}
      channel={channel?.type === 'FORUM' ? undefined : channel}
      isCovering={isCovering}
      onClose={closeSearch}
      onGo={go}
      onDate={channel && channel.type !== 'FORUM' ? () => openDialog({ kind: 'jumpToDate', channelId: channel.id }) : undefined}
    />
  );
}

/** Where it lies over all else, whoever goes elsewhere would not see where they are; going back only ends it. */
function useEndOnLeave(address: string, isCovering: boolean): void {
  const last = useRef(address);
  useEffect(() => {
    if (isCovering && address !== last.current) closeSearch();
    last.current = address;
  }, [address, isCovering]);
  useClosedByBack(isCovering, closeSearch);
}
