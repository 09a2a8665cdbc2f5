import type { ChosenStatus, Presence } from '@hearth/contract';
import type { UseMutationResult } from '@tanstack/react-query';

/**
 * Who is here, and who is typing.
 *
 * - `usePresence(userId)`: `offline` until known. `useSetStatus()`: takes the status that the signed-in user chooses for the account.
 * - `useTyping(channelId)`: `userIds` of the others who are typing, the longest first; call `notifyTyping` at every change of the composer's
 *   text and `stopTyping` when it is emptied (sending stops by itself).
 */
export interface Typing {
  userIds: string[];
  notifyTyping: () => void;
  stopTyping: () => void;
}

export declare function usePresence(userId: string): Presence;
export declare function useSetStatus(): UseMutationResult<void, Error, ChosenStatus>;
export declare function useTyping(channelId: string): Typing;
