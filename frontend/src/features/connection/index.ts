/**
 * The socket, as far as people care.
 *
 * - `useConnection()`: `state` is `connecting` until the first `ready` (show skeletons: servers and channels are not known), then
 *   `connected`; after a break `reconnecting`, or `offline` while the browser says that there is no network. What is held stays usable.
 *   `retryNow` skips the wait for the next attempt.
 * - `watchConnection()`, `resetConnection()`: for the start of the app and for signing out; `noteRecalled()`: for a start without network.
 */
export { type Connection, useConnection } from './connection';
export { noteRecalled, resetConnection, watchConnection } from './connection-store';
