import { openOutboxTable, wakeForWaiting } from '@/features/offline';
import { closeDrafts, openDrafts } from '@/features/drafts';
import { heldQueue } from '@/features/uploads';
import { lazyModule, partsLoad } from '@/lib/lazy-part';
import { realtime } from '@/realtime';
import { conversations, delivered, outbox } from './client';
import { useOutboxStore } from './outbox-store';
import { isComplete, submissionOf, type PendingMessage } from './pending-message';
import { forgetMet } from './mention-names';
import { clearReplies } from './reply-store';
import { resetPaging } from './paging-store';
import { forgetPlaces } from './reading-places';

/** Sends what waits whenever the connection is there; for the life of the page. */
export function watchOutbox(): void {
  realtime.onState((state) => {
    if (state === 'ready') {
      outbox.resume();
      heldQueue()?.wake();
    } else if (outbox.isWaiting) wakeForWaiting();
  });
}

const reactions = lazyModule(() => import('./reactions/client'));

const messageFiles = lazyModule(() => import('./message-files'));

let account: string | null = null;

async function openWaitingReactions(userId: string): Promise<void> {
  await partsLoad;
  const { openReactions } = await reactions();
  if (account === userId) await openReactions();
}

const toSubmission = (pending: PendingMessage) => (isComplete(pending) ? submissionOf(pending) : null);

/** Takes over messages that a tab left which is gone, and their files. */
async function adoptPending(adopt: () => Promise<void>): Promise<void> {
  await adopt();
  if (!useOutboxStore.getState().pending.every(isComplete)) await (await messageFiles()).recallPendingFiles();
}

/** Takes up what this account left in this browser. */
export function openMessages(userId: string): void {
  account = userId;
  openDrafts(userId);
  openWaitingReactions(userId).catch(() => undefined);
  void adoptPending(() => outbox.open(openOutboxTable(userId, toSubmission, () => void adoptPending(() => outbox.adopt()))));
}

/** Holds nothing of the account any more. */
export function closeMessages(): void {
  heldQueue()?.close();
  outbox.close();
  conversations.reset();
  delivered.reset();
  resetPaging();
  closeDrafts();
  clearReplies();
  forgetMet();
  if (account !== null) void reactions().then(({ closeReactions }) => closeReactions());
  account = null;
  forgetPlaces();
}
