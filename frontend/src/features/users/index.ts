import type { Me, Request, UserProfile, UserSummary, updateMe } from '@hearth/contract';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

/**
 * People.
 *
 * - `useMe()`: the own account; only where somebody is signed in. `useUpdateMe()`: takes the changed fields.
 * - `useUser(userId)`: a profile, loaded when first shown. `useUserSearch(text)`: people by the beginning of a name; idle while empty.
 */
export declare function useMe(): Me;
export declare function useUpdateMe(): UseMutationResult<Me, Error, Request<typeof updateMe>['body']>;
export declare function useUser(userId: string): UseQueryResult<UserProfile>;
export declare function useUserSearch(text: string): UseQueryResult<UserSummary[]>;
