/**
 * Drafts: what is written and not sent, on all devices of an account.
 *
 * - `useDraft(channelId)`: `{ text, setText, leave }`, for the field in which it is written. `useDraftText(channelId)`, `useHasDraft(channelId)`:
 *   for whoever only shows it.
 * - `draftOf(channelId)`, `setDraft(channelId, text)`: outside of React.
 * - `useDraftReply(channelId)`: the id of the message that it answers; `setDraftReply(channelId, id)`.
 * - `forgetDrafts(isGone)`: of channels that the user sees no more.
 * - `watchDrafts()`, `openDrafts(userId)`, `closeDrafts()`: for the start of the app, signing in and signing out.
 */
export { closeDrafts, draftOf, forgetDrafts, openDrafts, setDraft, setDraftReply, watchDrafts } from './client';
export { draftsEvents } from './events';
export { useDraft, useDraftReply, useDraftText, useHasDraft } from './queries';
