import { create } from 'zustand';
import { type RealtimeState, realtime } from '@/realtime';

export interface ConnectionState {
  realtime: RealtimeState;
  hasLoaded: boolean;
  online: boolean;
}

const initial = (): ConnectionState => ({ realtime: 'idle', hasLoaded: false, online: navigator.onLine });

export const useConnectionStore = create<ConnectionState>(initial);

/** Follows the socket and the browser's view of the network; for the life of the page. */
export function watchConnection(): void {
  realtime.onState((state) =>
    useConnectionStore.setState(({ hasLoaded }) => ({ realtime: state, hasLoaded: hasLoaded || state === 'ready' })),
  );
  const follow = () => useConnectionStore.setState({ online: navigator.onLine });
  window.addEventListener('online', follow);
  window.addEventListener('offline', follow);
}

/** What was held before the page was loaded is held again. */
export const noteRecalled = (): void => useConnectionStore.setState({ hasLoaded: true });

export const resetConnection = (): void => useConnectionStore.setState(initial());
