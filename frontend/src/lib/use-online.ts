import { useSyncExternalStore } from 'react';

function subscribe(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

/** What the browser believes about the network. A machine may have none and still reach a server on itself. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
