import { call, systemClock } from '@/api';
import { recallUploads, uploadStorage, type Missing } from './kept-uploads';
import { forgetOwnFiles, noteOwnFiles } from './own-files';
import { pixelsOf } from './pixels';
import { shrink } from './shrink';
import { giveUp, transfer } from './transfer';
import { UploadQueue } from './upload-queue';
import { useUploadStore } from './upload-store';

/** Nobody waits for it: what stays is swept by the server. */
const ignore = () => undefined;

export const queue = new UploadQueue({
  clock: systemClock,
  newKey: () => crypto.randomUUID(),
  transfer,
  shrink,
  measure: pixelsOf,
  tell: (attachmentId, words) => call('updateAttachment', { params: { attachmentId }, body: words }),
  giveUp: (url) => void giveUp(url).catch(ignore),
  isOnline: () => navigator.onLine,
  publish: (uploads) => {
    noteOwnFiles(uploads);
    useUploadStore.setState({ uploads });
  },
  closed: forgetOwnFiles,
  storage: uploadStorage,
});

// For the life of the page.
window.addEventListener('online', () => queue.wake());

/** Goes on with what an earlier page left. */
export const recall = async (missing: readonly Missing[]): Promise<void> => queue.adopt(await recallUploads(missing));
