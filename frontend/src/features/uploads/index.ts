/**
 * Files on their way to messages.
 *
 * - `trayOf(channelId)`, `useTrayState(channelId)`: what goes with the message that is being written there; `useUploadsOf(nonce)`: with one that
 *   waits for its files. `useUploadStore`, `uploadsNow()`: all of them.
 * - `heldQueue()`: the queue, null as long as nothing has been chosen; `openQueue()`: the queue; see `UploadQueue`. `recallFiles(missing)`: takes up those of messages that
 *   an earlier page was to send.
 * - `ownFile(fileId)`: what this page knows of a file that it sent. `fitted(width, height)`: of a picture that is sent smaller.
 * - `fileIdOf(upload)`: what the server calls it; `mayRetry(upload)`: whether trying again can help.
 */
export { heldQueue, openQueue, recallFiles } from './client';
export { ownFile } from './own-files';
export { fitted } from './shrink';
export { fileIdOf, mayRetry, type RecordedSound, type Upload } from './upload';
export { trayOf, uploadsNow, useTrayState, useUploadsOf, useUploadStore } from './upload-store';
