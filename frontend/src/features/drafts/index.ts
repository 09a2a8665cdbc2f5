/**
 * Drafts: what is written and not sent, on all devices of an account.
 *
 * - `useDraft(channelId)`: `{ text, setText, leave }`, for the field in which it is written. `useDraftText(channelId)`, `useHasDraft(channelId)`:
 *   for whoever only shows it.
 * - `draftOf(channelId)`, `setDraft(channelId, text)`: outside of React.
 * - `forgetDrafts(isGone)`: of channels that the user sees no more.
 * - `watchDrafts()`, `openDrafts(userId)`, `closeDrafts()`: for the start of the app, signing in and signing out.
 */
export { closeDrafts, draftOf, forgetDrafts, openDrafts, setDraft, watchDrafts } from './client';
export { draftsEvents } from './events';
export { useDraft, useDraftText, useHasDraft } from './queries';
