import { openOutboxTable, wakeForWaiting } from '@/features/offline';
import { closeDrafts, openDrafts } from '@/features/drafts';
import { lazyModule, partsLoad } from '@/lib/lazy-part';
import { realtime } from '@/realtime';
import { conversations, delivered, outbox } from './client';
import { submissionOf } from './outbox';
import { forgetMet } from './mention-names';
import { clearReplies } from './reply-store';
import { resetPaging } from './paging-store';
import { forgetPlaces } from './reading-places';

/** Sends what waits whenever the connection is there; for the life of the page. */
export function watchOutbox(): void {
  realtime.onState((state) => {
    if (state === 'ready') outbox.resume();
    else if (outbox.isWaiting) wakeForWaiting();
  });
}

const reactions = lazyModule(() => import('./reactions/client'));

let account: string | null = null;

async function openWaitingReactions(userId: string): Promise<void> {
  await partsLoad;
  const { openReactions } = await reactions();
  if (account === userId) await openReactions();
}

/** Takes up what this account left in this browser. */
export function openMessages(userId: string): void {
  account = userId;
  openDrafts(userId);
  openWaitingReactions(userId).catch(() => undefined);
  void outbox.open(openOutboxTable(submissionOf, () => void outbox.adopt()));
}

/** Holds nothing of the account any more. */
export function closeMessages(): void {
  outbox.close();
  conversations.reset();
  delivered.reset();
  resetPaging();
  closeDrafts();
  clearReplies();
  forgetMet();
  if (account !== null) void reactions().then(({ closeReactions }) => closeReactions());
  account = null;
  void import('@/features/emoji').then(({ forgetUsage }) => forgetUsage());
  forgetPlaces();
}
