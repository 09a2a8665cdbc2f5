/**
 * Who is here, and who is typing.
 *
 * - `usePresence(userId)`: of oneself, friends and people in conversations; anybody else is `offline`. `useStatusText(presence)`: what they
 *   say of themselves, until it ends. `useSetStatus()`: takes the status that the signed-in user chooses for the account.
 * - `useTyping(channelId)`: `userIds` of the others who are typing, the longest first; call `notifyTyping` at every change of the composer's
 *   text and `stopTyping` when it is emptied (sending stops by itself).
 * - `watchActivity()`, `resetPresence()`, `resetTyping()`: for the start of the app and for signing out.
 */
export { watchActivity } from './activity';
export { presenceEvents } from './events';
export { useSetStatus } from './mutations';
export { resetPresence } from './presence-store';
export { usePresence } from './queries';
export { useStatusText } from './status-text';
export { typingSender, useTyping } from './typing';
export { resetTyping } from './typing-store';
