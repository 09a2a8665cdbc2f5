import { useCallback, useEffect } from 'react';
import { useLiveValue } from '@/api';
import { drafts } from './cache';
import { draftSync } from './client';
import { useWrittenStore } from './written-store';

/** What is written in a channel and not sent. */
export function useDraftText(channelId: string): string {
  const written = useWrittenStore((state) => state.written[channelId]?.text);
  const held = useLiveValue(drafts, (all) => all[channelId]?.content);
  return written ?? held ?? '';
}

/** Which message that answers; null where nothing is written. */
export function useDraftReply(channelId: string): string | null {
  const written = useWrittenStore((state) => state.written[channelId]);
  const held = useLiveValue(drafts, (all) => all[channelId]?.replyToId);
  return written ? written.replyToId : (held ?? null);
}

export const useHasDraft = (channelId: string): boolean => useDraftText(channelId).trim() !== '';

export interface DraftField {
  text: string;
  setText: (text: string) => void;
  /** The field has lost the focus. */
  leave: () => void;
}

/** For the field in which it is written. */
export function useDraft(channelId: string): DraftField {
  const text = useDraftText(channelId);
  const setText = useCallback((changed: string) => draftSync.write(channelId, changed, true), [channelId]);
  const leave = useCallback(() => draftSync.leave(channelId), [channelId]);
  useEffect(() => leave, [leave]);
  return { text, setText, leave };
}
