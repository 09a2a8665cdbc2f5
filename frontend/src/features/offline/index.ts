/**
 * What of an account is kept in this browser, for when there is no network: one database for each, of which signing out leaves nothing.
 *
 * - A query is kept by its `meta.kept` (see `KeptKind`), set with the defaults of its key. It is written some seconds after it changed, and
 *   read again only where the server cannot be reached at the start.
 * - `openAccount(userId)`, `lastAccount()`, `forgetAccounts()`, `startKeeping()`, `stopKeeping()`, `watchLeaving()`: for the start of the app, signing in and out.
 * - `recallAccount()`: the account that was here last; `distrustKept()`: the app failed over it.
 * - `keptWindow(channelId)`, `hearUnheld`, `sweepWindows`, `setWindowPorts`, `openOutboxTable`, `wakeForWaiting`: for the feature of messages;
 *   `openReadTable()`: for that of channels; `openWishTable()`: reactions that wait for a connection; `openUploadTable()`: files of messages.
 * - `PICTURES`: where the service worker keeps pictures that were seen.
 * - `searchHeld({ matches, channelIds?, limit? })`: messages that this device holds, the newest first, with no server.
 */
export { forgetAccounts, lastAccount, openAccount } from './account';
export type { KeptChange, KeptUpload, KeptWindow, KeptWish } from './kept';
export {
  distrustKept,
  hearUnheld,
  keptWindow,
  recallAccount,
  setWindowPorts,
  startKeeping,
  stopKeeping,
  sweepWindows,
  watchLeaving,
} from './keeping';
export { PICTURES } from './names';
export { openOutboxTable, wakeForWaiting } from './outbox-storage';
export { openReadTable } from './read-table';
export type { Recalled } from './recall';
export { searchHeld } from './search';
export { openUploadTable } from './upload-table';
export { openWishTable, type WishTable } from './wish-table';
