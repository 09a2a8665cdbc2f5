import {
  fileIdOf,
  heldQueue,
  openQueue,
  recallFiles,
  trayOf,
  uploadsNow,
  useUploadStore,
  type RecordedSound,
  type Upload,
} from '@/features/uploads';
import { outbox } from './client';
import { useOutboxStore } from './outbox-store';
import { harmfulFiles, isComplete, type PendingFile, type PendingMessage } from './pending-message';
import type { Reply } from './reply-store';

const pendingNow = (): readonly PendingMessage[] => useOutboxStore.getState().pending;

const uploadsOf = (nonce: string): readonly Upload[] => uploadsNow().filter((upload) => upload.nonce === nonce);

const pendingFile = (upload: Upload): PendingFile => ({
  key: upload.key,
  name: upload.name,
  type: upload.original.type,
  size: upload.original.size,
  id: upload.state === 'done' ? fileIdOf(upload) : null,
});

/** Shows the message at once; it goes when its files are on the server. */
export function addWithFiles(channelId: string, content: string, reply: Reply | null): void {
  watch();
  const tray = trayOf(channelId);
  const nonce = outbox.add(channelId, content, { reply, files: tray.map(pendingFile) });
  const keys = tray.map(({ key }) => key);
  heldQueue()?.assign(keys, nonce);
}

const EXTENSIONS: Readonly<Record<string, string>> = { 'audio/ogg': 'ogg', 'audio/webm': 'webm', 'audio/mp4': 'm4a' };

/** What was said is shown at once, and can be heard here. */
export async function addVoice(
  channelId: string,
  { file, ...recorded }: RecordedSound & { file: Blob },
  reply: Reply | null,
): Promise<void> {
  watch();
  const queue = await openQueue();
  queue.add(channelId, [{ file, name: `voice-message.${EXTENSIONS[file.type] ?? 'audio'}`, isSmaller: false, recorded }]);
  const upload = trayOf(channelId).at(-1);
  if (!upload) return;
  const nonce = outbox.add(channelId, '', { reply, files: [pendingFile(upload)], voice: recorded });
  queue.assign([upload.key], nonce);
}

/** Messages that an earlier page left wait for files, which may lie here still. */
export async function recallPendingFiles(): Promise<void> {
  watch();
  const held = new Set(uploadsNow().map(({ key }) => key));
  const missing = pendingNow().flatMap(({ files = [], channelId, nonce }) =>
    files.flatMap(({ key, name, type, id }) => (id === null && !held.has(key) ? [{ key, name, type, channelId, nonce }] : [])),
  );
  if (missing.length > 0) await recallFiles(missing);
}

let isWatching = false;

/** For the life of the page, from the first message with files on. */
function watch(): void {
  if (isWatching) return;
  isWatching = true;
  useUploadStore.subscribe(supplyAll);
  useOutboxStore.subscribe(forgetSent);
}

function supplyAll(): void {
  for (const pending of pendingNow()) if (!isComplete(pending)) supply(pending);
}

function supply({ nonce, files = [] }: PendingMessage): void {
  const uploads = uploadsOf(nonce);
  const waiting = new Set(files.flatMap(({ key, id }) => (id === null ? [key] : [])));
  const there = uploads.filter(({ key, state }) => state === 'done' && waiting.has(key));
  if (there.length > 0) outbox.supply(nonce, new Map(there.map((upload) => [upload.key, fileIdOf(upload)])));
  const failed = uploads.find(({ state }) => state === 'failed');
  if (failed) outbox.refuse(nonce, typeof failed.fault === 'object' ? failed.fault : null);
}

/** What the outbox has no more is sent, or nobody wants it. */
function forgetSent(): void {
  const waiting = new Set(pendingNow().map(({ nonce }) => nonce));
  const over = new Set(uploadsNow().flatMap(({ nonce }) => (nonce !== null && !waiting.has(nonce) ? [nonce] : [])));
  for (const nonce of over) heldQueue()?.forget(nonce);
}

/** The server did not find them: it keeps what is not sent for a day. */
const areSwept = ({ problem }: PendingMessage): boolean =>
  problem?.code === 'VALIDATION' && (problem.errors?.some(({ path }) => path.includes('attachmentIds')) ?? false);

/** Sends a failed message anew, with what of its files has not arrived. */
export function retryFiles(pending: PendingMessage): void {
  const { nonce, files = [] } = pending;
  if (areSwept(pending)) {
    heldQueue()?.restart(nonce);
    outbox.retry(nonce, { files: files.map((file) => ({ ...file, id: null })) });
    return;
  }
  for (const { key, state } of uploadsOf(nonce)) if (state === 'failed') heldQueue()?.resume(key);
  outbox.retry(nonce);
}

/** Sends a failed message without those of its files that cannot be sent. */
export function retryWithoutFailed(pending: PendingMessage): void {
  const { nonce, files = [] } = pending;
  const failed = new Set(uploadsOf(nonce).flatMap(({ key, state }) => (state === 'failed' ? [key] : [])));
  for (const { key } of harmfulFiles(pending)) failed.add(key);
  for (const key of failed) heldQueue()?.remove(key);
  outbox.retry(nonce, { files: files.filter(({ key }) => !failed.has(key)) });
}

/** Nobody will send it: the server need not keep what it has of its files. */
export function discardFiles(nonce: string): void {
  for (const { key } of uploadsOf(nonce)) heldQueue()?.remove(key);
  outbox.discard(nonce);
}

/** Back to where the message is written. */
export const releaseFiles = (nonce: string): void => heldQueue()?.release(nonce);
