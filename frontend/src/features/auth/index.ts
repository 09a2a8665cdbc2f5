/**
 * Who is signed in on this device.
 *
 * - `useSession()`: where the app stands. `anonymous` brings the instance (how to register) and `ended: true` when a session was ended by
 *   the server and not by the person; `unreachable` tries again by itself, and at once with `retry`.
 * - `useLogin()`, `useRegister()`, `useLogout()`: mutations; on success `useSession()` changes by itself.
 * - `useSessions()`: the signed-in devices; `useRevokeSession()`: takes a session id.
 * - `sessionFlow`, `useSessionStore`: for the start of the app.
 */
export { sessionFlow } from './client';
export { authEvents } from './events';
export { useLogin, useLogout, useRegister, useRevokeSession } from './mutations';
export { useSession, useSessions } from './queries';
export { type SessionState, useSessionStore } from './session-store';
