import { realtime } from '@/realtime';
import { conversations, delivered, outbox } from './client';
import { clearDrafts, openDrafts } from './draft-store';
import { clearOutboxStorage, openOutboxStorage } from './outbox-storage';
import { resetPaging } from './paging-store';

/** Sends what waits whenever the connection is there; for the life of the page. */
export function watchOutbox(): void {
  realtime.onState((state) => state === 'ready' && outbox.resume());
}

/** Takes up what this account left in this browser. */
export function openMessages(userId: string): void {
  openDrafts(userId);
  void outbox.open(openOutboxStorage(userId, () => void outbox.adopt()));
}

/** Leaves nothing of this account in this browser. */
export function closeMessages(userId: string): void {
  outbox.close();
  conversations.reset();
  delivered.reset();
  resetPaging();
  clearDrafts();
  // Without IndexedDB there is nothing to clear.
  clearOutboxStorage(userId).catch(() => undefined);
}
