import { useEffect, useState } from 'react';
import type { ConversationView, Row } from '@/features/messages';
import { noteShown } from '../first-shown';
import { readingPlace } from '../reading-places';
import { addressedSeq } from './use-addressed';

/** Where a conversation is to open: at what the address names, or where somebody left off. */
export interface Wish {
  seq: number;
  align: 'start' | 'center';
  offset: number;
}

function wishFor(channelId: string): Wish | null {
  const seq = addressedSeq(location.search);
  if (seq !== null) return { seq, align: 'center', offset: 0 };
  const place = readingPlace(channelId);
  return place && { ...place, align: 'start' };
}

/**
 * Whether the conversation can be shown: its first page is here, and with it the message that it opens at, which may be further back than
 * the newest page reaches: what is wished for, else the first unread one. Without network it opens where it can.
 */
export function useOpened(channelId: string, view: ConversationView): { opened: boolean; wish: Wish | null } {
  const { status, rows, hasOlder, hasNewer, firstUnreadSeq, jumpTo } = view;
  const [opened, setOpened] = useState(false);
  const [wish] = useState(() => wishFor(channelId));
  const isReady = status === 'ready';
  const seq = wish?.seq ?? firstUnreadSeq;
  const [oldest, newest] = endsOf(rows);
  const isBeyond = seq !== null && ((hasOlder && seq < oldest) || (hasNewer && seq > newest));
  const target = isReady && isBeyond ? seq : null;
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
  return { opened, wish };
}

const seqOf = (row: Row | undefined): number => (row && 'message' in row ? row.message.seq : 0);
const isStored = (row: Row): boolean => 'message' in row;

const endsOf = (rows: readonly Row[]): [oldest: number, newest: number] => [seqOf(rows.find(isStored)), seqOf(rows.findLast(isStored))];
