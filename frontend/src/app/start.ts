import { queryClient } from '@/api';
import { type SessionState, sessionFlow, useSessionStore } from '@/features/auth';
import { resetConnection, watchConnection } from '@/features/connection';
import { watchDrafts } from '@/features/drafts';
import { watchMemberList } from '@/features/member-list';
import { closeMessages, openMessages, watchOutbox } from '@/features/messages';
import { readMarker } from '@/features/channels';
import { forgetAccounts, lastAccount, openAccount, openReadTable, startKeeping, stopKeeping, watchLeaving } from '@/features/offline';
import { resetPresence, resetTyping, watchActivity } from '@/features/presence';
import { resetSearch } from '@/features/search';
import { followKeyboard } from '@/lib/follow-keyboard';
import { forgetPerson } from '@/lib/kept-on-device';
import { realtime, watchNetwork } from '@/realtime';
import { eventHandlers } from './event-handlers';

/**
 * Starts everything that lives outside React, once, before the first render: finds out who is signed in, and connects and disconnects as
 * they come and go. The app needs a `QueryClientProvider` with `queryClient` of `@/api` around it.
 */
export function start(): void {
  followKeyboard();
  watchNetwork();
  watchConnection();
  watchActivity();
  watchOutbox();
  watchMemberList();
  watchDrafts();
  watchLeaving();
  useSessionStore.subscribe((now, before) => {
    follow(userOf(now), userOf(before));
    if (now.status === 'anonymous') forgetAll();
  });
  window.addEventListener('online', () => {
    const session = useSessionStore.getState();
    if (session.status === 'unreachable') session.retry();
  });
  void sessionFlow.start();
}

const userOf = (session: SessionState): string | null => (session.status === 'signedIn' ? session.userId : null);

function follow(now: string | null, before: string | null): void {
  if (now === before) return;
  if (before !== null) leave();
  if (now !== null) enter(now);
}

/** Nothing of an account stays in this browser when it is signed out, be it while no page was open. */
function forgetAll(): void {
  void forgetAccounts();
  forgetPerson();
}

function enter(userId: string): void {
  if (lastAccount() !== userId) forgetPerson();
  openAccount(userId);
  openMessages(userId);
  void readMarker.open(openReadTable());
  void startKeeping();
  realtime.start(eventHandlers);
}

function leave(): void {
  realtime.stop();
  stopKeeping();
  closeMessages();
  forgetAll();
  resetSearch();
  readMarker.reset();
  resetConnection();
  resetPresence();
  resetTyping();
  // After React has taken the account's screens away: they would look for what is gone.
  setTimeout(() => queryClient.clear(), 0);
}
