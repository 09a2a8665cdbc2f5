/**
 * The socket, as far as people care.
 *
 * - `useConnection()`: `state` is `connecting` until the first `ready` (show skeletons: servers and channels are not known), then
 *   `connected`; after a break `reconnecting`, or `offline` while the browser says that there is no network. What is held stays usable.
 *   `retryNow` skips the wait for the next attempt.
 */
export interface Connection {
  state: 'connecting' | 'connected' | 'reconnecting' | 'offline';
  /** Whether servers and channels are known, be it from before a break. */
  hasLoaded: boolean;
  retryNow: () => void;
}

export declare function useConnection(): Connection;
