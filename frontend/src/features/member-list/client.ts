import { liveValue, systemClock } from '@/api';
import { realtime } from '@/realtime';
import { MemberWatch } from './member-watch';
import type { MemberPart } from './part';
import { useWatchStore } from './watch-store';

export const memberPart = liveValue<MemberPart | null>(null, 'member-list');

export const memberWatch = new MemberWatch({
  clock: systemClock,
  subscribe: (request) => realtime.emit('server:subscribe', request),
  isConnected: () => realtime.state === 'ready',
  get: memberPart.get,
  set: memberPart.set,
  setFailed: (failed) => useWatchStore.setState({ failed }),
});

/** For the life of the page: a connection that is new is told what is on screen. */
export function watchMemberList(): void {
  realtime.onState((state) => state === 'ready' && memberWatch.reconnected());
}
