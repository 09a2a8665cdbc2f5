import { call, systemClock } from '@/api';
import { drafts } from './cache';
import { DraftSync } from './draft-sync';
import { clearWritten, openWritten, setWritten, useWrittenStore } from './written-store';

export const draftSync = new DraftSync({
  clock: systemClock,
  save: (channelId, body) => call('saveDraft', { params: { channelId }, body }),
  held: drafts.get,
  hold: drafts.set,
  written: () => useWrittenStore.getState().written,
  setWritten,
});

/** Saves what is written when the tab is left; for the life of the page. */
export const watchDrafts = (): void =>
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') draftSync.flush();
  });

export const openDrafts = (userId: string): void => openWritten(userId);

export function closeDrafts(): void {
  draftSync.reset();
  clearWritten();
}

export function forgetDrafts(isGone: (channelId: string) => boolean): void {
  for (const channelId of Object.keys(drafts.get())) if (isGone(channelId)) draftSync.forget(channelId);
}

export const draftOf = (channelId: string): string =>
  useWrittenStore.getState().written[channelId]?.text ?? drafts.get()[channelId]?.content ?? '';

export const setDraftReply = (channelId: string, replyToId: string | null): void => draftSync.answer(channelId, replyToId);

export const setDraft = (channelId: string, text: string): void => draftSync.write(channelId, text);
