import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer } from 'virtua';
import { cn } from '@/lib/cn';
import { useReceipts, type ConversationView } from '@/features/messages';
import { useConcealed } from '@/features/relationships';
import { useMe } from '@/features/users';
import { Beginning, type BeginningProps } from './Beginning';
import { ConversationItem, type RowState } from './ConversationItem';
import { buildItems, newAfter, seqOf, type Item } from './items';
import { JumpToNewest } from './JumpToNewest';
import { LoadingOlder } from './LoadingOlder';
import { UnreadBar } from './UnreadBar';
import { useAddressed } from './use-addressed';
import { useJump } from './use-jump';
import { useListScroll, type Seen } from './use-list-scroll';
import { useReadWhileSeen } from './use-read-while-seen';
import { useRovingFocus } from './use-roving-focus';
import { useStagedItems } from './use-staged-items';

export interface MessageListProps {
  channelId: string;
  view: ConversationView;
  beginning: BeginningProps;
  editingId: string | null;
}

/** Within so many pixels of either end the next page is on its way. */
const LOAD_WITHIN = 1_500;

/** The conversation itself: only what is on screen is in the page, however long it is. */
export function MessageList({ channelId, view, beginning, editingId }: MessageListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, hasOlder, hasNewer } = view;
  const given = useMemo(() => buildItems(rows, hasOlder), [rows, hasOlder]);
  const { items, shift, epoch } = useStagedItems(given);
  const meId = useMe().id;
  const receipts = useReceipts(channelId);
  const unreadIndex = items.findIndex((item) => item.kind === 'row' && item.isFirstUnread);

  const sight = useSight(items, unreadIndex, view);
  const scroll = useListScroll({ items, epoch, openAt: unreadIndex, holdsEnd: !hasNewer, onSeen: sight.onSeen });
  const { list } = scroll;
  const roving = useRovingFocus(scroller, list, items);
  const jump = useJump(list, items, view);
  useAddressed(jump.to, scroll.placed);
  useReadWhileSeen(channelId, view.newestSeq, sight.atEnd && scroll.placed && !hasNewer);

  const editingIndex = editingId === null ? -1 : items.findIndex((item) => item.kind === 'row' && isOf(item, editingId));
  const concealed = useConcealed();
  const state: RowState = { activeKey: roving.activeKey, highlightedKey: jump.highlightedKey, editingId, receipts, meId, concealed };
  const newCount = newAfter(items, sight.seenSeq, meId);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        onFocus={roving.onFocus}
        onKeyDown={roving.onKeyDown}
        data-conversation-list
        className={cn(
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
      <LoadingOlder active={view.isLoadingOlder && sight.nearStart} />
      {!sight.unreadSeen && (
        <UnreadBar channelId={channelId} firstUnreadSeq={view.firstUnreadSeq} onJump={jump.to} onDismiss={sight.dismissUnread} />
      )}
      {!sight.atEnd || hasNewer ? (
        <JumpToNewest count={hasNewer ? null : newCount} onClick={() => void jump.toNewest(scroll.toEnd)} />
      ) : null}
    </div>
  );
}

const isOf = (item: Extract<Item, { kind: 'row' }>, messageId: string) => item.row.kind === 'message' && item.row.message.id === messageId;

interface Sight {
  atEnd: boolean;
  nearStart: boolean;
  /** The newest message that was ever in view. */
  seenSeq: number;
  /** The unread line was in view, there is none, or nobody wants to hear of it. */
  unreadSeen: boolean;
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
  const onSeen = useCallback(
    ({ atEnd: isAtEnd, first, last, above, below, placed }: Seen) => {
      setAtEnd(isAtEnd);
      setNearStart(above < LOAD_WITHIN / 4);
      const lastSeq = seqOf(items[last]);
      if (lastSeq !== null) setSeenSeq((seq) => Math.max(seq, lastSeq));
      if (unreadIndex >= first && unreadIndex <= last) setUnreadSeen(firstUnreadSeq);
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
    unreadSeen: firstUnreadSeq === null || unreadSeen === firstUnreadSeq,
    dismissUnread: () => setUnreadSeen(firstUnreadSeq),
    onSeen,
  };
}
