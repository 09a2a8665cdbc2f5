import { useCallback } from 'react';
import { create } from 'zustand';
import { without } from '@/lib/without';

type Drafts = Readonly<Record<string, string>>;

interface DraftState {
  userId: string | null;
  drafts: Drafts;
}

const useDraftStore = create<DraftState>(() => ({ userId: null, drafts: {} }));

const keyOf = (userId: string) => `hearth.drafts.${userId}`;

/** Storage can be full, blocked, or written by hand: then drafts live as long as the page. */
function read(userId: string): Drafts {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

function write(userId: string, drafts: Drafts): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(drafts));
  } catch {
    // As above.
  }
}

const withDraft = (channelId: string, text: string, drafts: Drafts): Drafts =>
  text === '' ? without(drafts, channelId) : { ...drafts, [channelId]: text };

export const openDrafts = (userId: string): void => useDraftStore.setState({ userId, drafts: read(userId) });

/** Signed out: nothing of it stays. */
export function clearDrafts(): void {
  const { userId } = useDraftStore.getState();
  if (userId !== null) localStorage.removeItem(keyOf(userId));
  useDraftStore.setState({ userId: null, drafts: {} });
}

export function setDraft(channelId: string, text: string): void {
  const { userId, drafts } = useDraftStore.getState();
  useDraftStore.setState({ drafts: withDraft(channelId, text, drafts) });
  // What another tab wrote for other channels stays.
  if (userId !== null) write(userId, withDraft(channelId, text, read(userId)));
}

export const draftOf = (channelId: string): string => useDraftStore.getState().drafts[channelId] ?? '';

export function useDraft(channelId: string): [text: string, setText: (text: string) => void] {
  const text = useDraftStore(({ drafts }) => drafts[channelId] ?? '');
  return [text, useCallback((changed: string) => setDraft(channelId, changed), [channelId])];
}
