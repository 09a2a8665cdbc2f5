import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from '@/i18n';
import { Virtualizer } from 'virtua';
import { cn } from '@/lib/cn';
import { latePart } from '@/lib/lazy-part';
import { useMediaQuery } from '@/lib/use-media-query';
import { useReceipts, type ConversationView } from '@/features/messages';
import { useConcealed } from '@/features/relationships';
import { useChannel } from '@/features/channels';
import { useMe } from '@/features/users';
import { MOST_HELD } from '../cache';
import { notePlace, type ReadingPlace } from '../reading-places';
import { Beginning, type BeginningProps } from './Beginning';
import { ConversationItem, type RowState } from './ConversationItem';
import { buildItems, indexFrom, newAfter, seqOf, type Item } from './items';
import { JumpContext, type JumpTo } from './jump-context';
import { LoadingOlder } from './LoadingOlder';
import { JumpToNewest, UnreadBar } from './late-parts';
import { useAddressed } from './use-addressed';
import { useJump } from './use-jump';
import { ABOVE_UNREAD, useListScroll, type Opening, type Seen } from './use-list-scroll';
import type { Wish } from './use-opened';
import { useReadWhileSeen } from './use-read-while-seen';
import { useRovingFocus } from './use-roving-focus';
import { useStagedItems } from './use-staged-items';

const TouchActions = latePart(() => import('./touch/TouchActions'));

export interface MessageListProps {
  channelId: string;
  view: ConversationView;
  beginning: BeginningProps;
  editingId: string | null;
  /** Where it opens, if not at the first unread message or at the end. */
  wish: Wish | null;
}

/** Within so many pixels of either end the next page is on its way. */
const LOAD_WITHIN = 1_500;

/** The conversation itself: only what is on screen is in the page, however long it is. */
export function MessageList({ channelId, view, beginning, editingId, wish }: MessageListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, hasOlder, hasNewer } = view;
  const given = useMemo(() => buildItems(rows, hasOlder), [rows, hasOlder]);
  const { items, shift, epoch } = useStagedItems(given);
  const meId = useMe().id;
  const receipts = useReceipts(channelId);
  const unreadIndex = items.findIndex((item) => item.kind === 'row' && item.isFirstUnread);

  const sight = useSight(items, unreadIndex, view);
  const onPlace = useCallback((place: ReadingPlace | null) => notePlace(channelId, place), [channelId]);
  // Another window was asked for by a jump, which says itself where to.
  const opening = openingOf(items, epoch === 0 ? wish : null, unreadIndex);
  const scroll = useListScroll({ items, epoch, opening, holdsEnd: !hasNewer, onSeen: sight.onSeen, onPlace });
  const { list } = scroll;
  const jump = useJump(list, items, view);
  const fallback = sight.atEnd || !opening ? null : (items[opening.index]?.key ?? null);
  const roving = useRovingFocus({ scroller, list, items, landing: jump.highlightedKey, fallback });
  const wayBack = useWayBack(jump.to, sight.atEnd && !hasNewer);
  useAddressed(jump.to, scroll.placed);
  useReadWhileSeen(channelId, view.newestSeq, sight.atEnd && scroll.placed && !hasNewer);

  const byTouch = useMediaQuery('(any-pointer: coarse)');
  const editingIndex = editingId === null ? -1 : items.findIndex((item) => item.kind === 'row' && isOf(item, editingId));
  const concealed = useConcealed();
  const { activeKey } = roving;
  const { highlightedKey } = jump;
  const state = useMemo<RowState>(
    () => ({ activeKey, highlightedKey, editingId, receipts, meId, concealed }),
    [activeKey, highlightedKey, editingId, receipts, meId, concealed],
  );
  const below = useNewBelow(channelId, view, items, sight.seenSeq);
  useBounded(view, sight.atEnd && scroll.placed);
  return (
    <JumpContext value={wayBack.jumpTo}>
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div
          ref={scroller}
          onFocus={roving.onFocus}
          onBlur={roving.onBlur}
          onKeyDown={roving.onKeyDown}
          data-conversation-list
          className={cn(
            // Sideways, fingers draw messages aside.
            'touch-pan-y touch-pinch-zoom',
            'flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto overscroll-contain [overflow-anchor:none] scrollbar-quiet',
            !scroll.placed && 'invisible',
          )}
        >
          <div className="grow" />
          <Virtualizer
            key={epoch}
            ref={list}
            as="ol"
            item="li"
            aria-label={t('conversation.messages', { channel: beginning.channelName })}
            data={items}
            shift={shift}
            bufferSize={400}
            keepMounted={[roving.activeIndex, editingIndex].filter((index) => index >= 0)}
            onScroll={scroll.onScroll}
            onResize={scroll.onResize}
          >
            {(item) =>
              item.kind === 'beginning' ? (
                <Beginning key={item.key} {...beginning} />
              ) : (
                <ConversationItem key={item.key} item={item} state={state} />
              )
            }
          </Virtualizer>
        </div>
        {byTouch && (
          <Suspense>
            <TouchActions list={scroller} items={items} />
          </Suspense>
        )}
        <LoadingOlder active={view.isLoadingOlder && sight.nearStart} />
        {sight.unreadAbove && (
          <UnreadBar channelId={channelId} firstUnreadSeq={view.firstUnreadSeq} onJump={jump.to} onDismiss={sight.dismissUnread} />
        )}
        {!sight.atEnd || hasNewer ? (
          <JumpToNewest
            count={below.count}
            onFirstNew={() => void jump.to(below.since + 1, 'top')}
            onNewest={() => wayBack.take() || void jump.toNewest(scroll.toEnd)}
          />
        ) : null}
      </div>
    </JumpContext>
  );
}

const isOf = (item: Extract<Item, { kind: 'row' }>, messageId: string) => item.row.kind === 'message' && item.row.message.id === messageId;

/** Whoever was led to a message by an answer goes back there first, and then to the newest. */
function useWayBack(to: (seq: number) => Promise<void>, isAtNewest: boolean) {
  const latest = useRef(to);
  useEffect(() => {
    latest.current = to;
  });
  const back = useRef<number | null>(null);
  useEffect(() => {
    // Whoever came to the newest by themselves is led nowhere else from there.
    if (isAtNewest) back.current = null;
  }, [isAtNewest]);
  const jumpTo = useCallback<JumpTo>((seq, from) => {
    back.current = from;
    void latest.current(seq);
  }, []);
  const take = (): boolean => {
    const seq = back.current;
    back.current = null;
    if (seq !== null) void to(seq);
    return seq !== null;
  };
  return { jumpTo, take };
}

function openingOf(items: readonly Item[], wish: Wish | null, unreadIndex: number): Opening | null {
  const index = wish ? indexFrom(items, wish.seq) : -1;
  if (wish && index >= 0) return { ...wish, index };
  return unreadIndex < 0 ? null : { index: unreadIndex, align: 'start', offset: ABOVE_UNREAD };
}

/** What came below and was not in view yet: what was unread when the channel was opened, and all since. */
function useNewBelow(channelId: string, view: ConversationView, items: readonly Item[], seenSeq: number) {
  const meId = useMe().id;
  const lastSeq = useChannel(channelId)?.lastSeq ?? 0;
  const [before] = useState(view.firstUnreadSeq === null ? lastSeq : view.firstUnreadSeq - 1);
  const since = Math.max(before, seenSeq);
  return { since, count: view.hasNewer ? Math.max(0, lastSeq - since) : newAfter(items, since, meId) };
}

/** A channel that is left open for days holds no more than one that was opened just now. */
function useBounded({ rows, letGoOfOldest }: ConversationView, isAtEnd: boolean): void {
  const isMuch = isAtEnd && rows.length > 2 * MOST_HELD;
  useEffect(() => {
    if (isMuch) letGoOfOldest();
  }, [isMuch, letGoOfOldest]);
}

interface Sight {
  atEnd: boolean;
  nearStart: boolean;
  /** The newest message that was ever in view. */
  seenSeq: number;
  /** The unread line lies further up, was not in view yet, and nobody said that they do not care. */
  unreadAbove: boolean;
  dismissUnread: () => void;
  onSeen: (seen: Seen) => void;
}

/** What has been in view so far, and what is to be loaded for what will be. */
function useSight(items: readonly Item[], unreadIndex: number, view: ConversationView): Sight {
  const { firstUnreadSeq, hasOlder, hasNewer, isLoadingOlder, isLoadingNewer, loadOlder, loadNewer } = view;
  const [atEnd, setAtEnd] = useState(true);
  const [nearStart, setNearStart] = useState(false);
  const [seenSeq, setSeenSeq] = useState(0);
  const [unreadSeen, setUnreadSeen] = useState<number | null>(null);
  const [isAbove, setAbove] = useState(false);
  const onSeen = useCallback(
    ({ atEnd: isAtEnd, first, last, above, below, placed }: Seen) => {
      setAtEnd(isAtEnd);
      setNearStart(above < LOAD_WITHIN / 4);
      const lastSeq = seqOf(items[last]);
      if (lastSeq !== null) setSeenSeq((seq) => Math.max(seq, lastSeq));
      if (unreadIndex >= first && unreadIndex <= last) setUnreadSeen(firstUnreadSeq);
      setAbove(firstUnreadSeq !== null && firstUnreadSeq < (seqOf(items[first]) ?? 0));
      if (!placed) return;
      if (above < LOAD_WITHIN && hasOlder && !isLoadingOlder) loadOlder();
      if (below < LOAD_WITHIN && hasNewer && !isLoadingNewer) loadNewer();
    },
    [items, unreadIndex, firstUnreadSeq, hasOlder, hasNewer, isLoadingOlder, isLoadingNewer, loadOlder, loadNewer],
  );
  return {
    atEnd,
    nearStart,
    seenSeq,
    unreadAbove: isAbove && unreadSeen !== firstUnreadSeq,
    dismissUnread: () => setUnreadSeen(firstUnreadSeq),
    onSeen,
  };
}
