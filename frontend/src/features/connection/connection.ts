import { realtime } from '@/realtime';
import { type ConnectionState, useConnectionStore } from './connection-store';

export interface Connection {
  state: 'connecting' | 'connected' | 'reconnecting' | 'offline';
  /** Whether servers and channels are known, be it from before a break. */
  hasLoaded: boolean;
  retryNow: () => void;
}

/** A connection that stands counts for more than the browser's guess about the network. */
export function connectionState({ realtime: state, hasLoaded, online }: ConnectionState): Connection['state'] {
  if (state === 'ready') return 'connected';
  if (!online) return 'offline';
  return hasLoaded ? 'reconnecting' : 'connecting';
}

const retryNow = () => realtime.retryNow();

export function useConnection(): Connection {
  const state = useConnectionStore(connectionState);
  const hasLoaded = useConnectionStore((store) => store.hasLoaded);
  return { state, hasLoaded, retryNow };
}
