import { useEffect } from 'react';
import { useLiveValue } from '@/api';
import { memberPart, memberWatch } from './client';
import type { MemberListPlace, MemberPart } from './part';
import { useWatchStore } from './watch-store';

export interface MemberPartView {
  /** Null until it has come. */
  part: MemberPart | null;
  /** It could not be had; it is asked for again by itself. */
  failed: boolean;
  retry: () => void;
}

/**
 * The part of a member list that is on screen, kept right while it is. Of another channel of the same server the list so far is shown until
 * its own has come: it is the same for all channels that everybody sees.
 *
 * @param blocks indices of what is on screen; none while the list is hidden
 */
export function useMemberPart({ serverId, channelId }: MemberListPlace, blocks: readonly number[]): MemberPartView {
  const held = useLiveValue(memberPart);
  const failed = useWatchStore((state) => state.failed);
  const key = blocks.join();
  useEffect(() => {
    memberWatch.want(key === '' ? null : { serverId, channelId, blocks: key.split(',').map(Number) });
  }, [serverId, channelId, key]);
  useEffect(() => () => memberWatch.want(null), []);
  return { part: held?.serverId === serverId ? held : null, failed, retry: () => memberWatch.retry() };
}
