import { useEffect, useState } from 'react';
import type { ConversationView, Row } from '@/features/messages';
import { noteShown } from '../first-shown';

/**
 * Whether the conversation can be shown: its first page is here, and with it the first unread message, which may be further back than the
 * newest page reaches. Without network it opens where it can.
 */
export function useOpened(view: ConversationView): boolean {
  const { status, rows, hasOlder, firstUnreadSeq, jumpTo } = view;
  const [opened, setOpened] = useState(false);
  const isReady = status === 'ready';
  const target = isReady && hasOlder && firstUnreadSeq !== null && firstUnreadSeq < oldestSeq(rows) ? firstUnreadSeq : null;
  if (isReady && !opened && target === null) setOpened(true);
  const missing = opened ? null : target;
  useEffect(() => {
    if (missing === null) return;
    const open = () => setOpened(true);
    jumpTo(missing).then(open, open);
  }, [missing, jumpTo]);
  useEffect(() => {
    if (opened) noteShown();
  }, [opened]);
  return opened;
}

function oldestSeq(rows: readonly Row[]): number {
  const first = rows.find((row) => 'message' in row);
  return first && 'message' in first ? first.message.seq : 0;
}
