import type { Instance, Request, Session, SignedIn, login, register } from '@hearth/contract';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

/**
 * Who is signed in on this device.
 *
 * - `useSession()`: where the app stands. `anonymous` brings the instance (how to register) and `ended: true` when a session was ended by
 *   the server and not by the person; `unreachable` tries again by itself, and at once with `retry`.
 * - `useLogin()`, `useRegister()`, `useLogout()`: mutations; on success `useSession()` changes by itself.
 * - `useSessions()`: the signed-in devices; `useRevokeSession()`: takes a session id.
 */
export type SessionState =
  | { status: 'loading' }
  | { status: 'unreachable'; retry: () => void }
  | { status: 'anonymous'; instance: Instance; ended: boolean }
  | { status: 'signedIn'; userId: string };

export declare function useSession(): SessionState;
export declare function useLogin(): UseMutationResult<SignedIn, Error, Request<typeof login>['body']>;
export declare function useRegister(): UseMutationResult<SignedIn, Error, Request<typeof register>['body']>;
export declare function useLogout(): UseMutationResult<void, Error, void>;
export declare function useSessions(): UseQueryResult<Session[]>;
export declare function useRevokeSession(): UseMutationResult<void, Error, string>;
