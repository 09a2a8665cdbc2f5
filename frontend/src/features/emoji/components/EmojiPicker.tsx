import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useMediaQuery } from '@/lib/use-media-query';
import { ErrorState, Skeleton, SkeletonGroup } from '@/ui';
import { loadCatalogue, type Catalogue, type Emoji } from '../catalogue';
import { allRows, foundRows, moveTo, rowOf, type PickerContent } from '../picker-rows';
import { findEmoji } from '../search';
import { withTone } from '../tones';
import { frequentEmoji, noteUse, usageOf, useEmojiUsage } from '../usage-store';
import { EmojiRow } from './EmojiRow';
import { GroupBar } from './GroupBar';
import { PickerFooter } from './PickerFooter';
import { PickerSearch } from './PickerSearch';

export interface EmojiPickerProps {
  /** `more`: with Shift held, since another one is to follow. */
  onPick: (char: string, more: boolean) => void;
}

const COLUMNS = { fine: 9, coarse: 7 } as const;
const FREQUENT = { fine: 18, coarse: 14 } as const;

/** Every emoji, to be found by groups, words and arrow keys. Its width is that of its columns. */
export default function EmojiPicker({ onPick }: EmojiPickerProps) {
  const { t, i18n } = useTranslation();
  const { data, isError, refetch } = useQuery({
    queryKey: ['emoji', i18n.language],
    queryFn: () => loadCatalogue(),
    staleTime: Number.POSITIVE_INFINITY,
    // What is asked for lies in this browser, or is a file beside the app.
    networkMode: 'always',
  });
  return (
    <div className="flex h-100 max-h-[70dvh] w-87 max-w-full flex-col">
      {isError && (
        <ErrorState title={t('emoji.failed')} onRetry={() => void refetch()}>
          {t('emoji.failedHint')}
        </ErrorState>
      )}
      {!isError && (data ? <Picker catalogue={data} onPick={onPick} /> : <PickerSkeleton />)}
    </div>
  );
}

function Picker({ catalogue, onPick }: EmojiPickerProps & { catalogue: Catalogue }) {
  const { t } = useTranslation();
  const listId = useId();
  const list = useRef<VirtualizerHandle>(null);
  const tone = useEmojiUsage((usage) => usage.tone);
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(-1);
  const content = useContent(catalogue, query);
  const active = content.emoji[place];
  const pick = (emoji: Emoji, more: boolean) => {
    const char = withTone(emoji.char, tone);
    noteUse(char);
    onPick(char, more);
  };
  const onKeyDown = usePickerKeys({ content, place, query, pick, go: (next) => (setPlace(next), scrollTo(list.current, content, next)) });
  return (
    <>
      <PickerSearch
        query={query}
        onQuery={(next) => {
          setQuery(next);
          setPlace(next.trim() === '' ? -1 : 0);
          list.current?.scrollTo(0);
        }}
        onKeyDown={onKeyDown}
        listId={listId}
        activeId={active && `${listId}-${place}`}
      />
      {query.trim() === '' && <GroupBar content={content} onGo={(row) => list.current?.scrollToIndex(row, { align: 'start' })} />}
      <div
        id={listId}
        role="listbox"
        aria-label={t('emoji.list')}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain scrollbar-quiet"
      >
        <Virtualizer ref={list} data={content.rows} bufferSize={200}>
          {(row, index) => <EmojiRow key={index} row={row} tone={tone} active={place} listId={listId} onPick={pick} onPoint={setPlace} />}
        </Virtualizer>
        {content.emoji.length === 0 && <p className="p-6 text-center text-ui text-fg-subtle">{t('emoji.none')}</p>}
      </div>
      <PickerFooter active={active} />
    </>
  );
}

/** What is shown: all, or what a query finds. What is used often stays in its place while the picker is open. */
function useContent(catalogue: Catalogue, query: string): PickerContent {
  const pointer = useMediaQuery('(pointer: coarse)') ? 'coarse' : 'fine';
  const [frequent] = useState(() => frequentEmoji(useEmojiUsage.getState().used, FREQUENT[pointer]));
  return useMemo(() => {
    const columns = COLUMNS[pointer];
    return query.trim() === '' ? allRows(catalogue, frequent, columns) : foundRows(findEmoji(catalogue, query, usageOf), columns);
  }, [catalogue, query, frequent, pointer]);
}

function scrollTo(list: VirtualizerHandle | null, content: PickerContent, place: number): void {
  const row = rowOf(content, place);
  // With the heading above the first row.
  list?.scrollToIndex(row <= 1 ? 0 : row, { align: 'nearest' });
}

interface PickerKeys {
  content: PickerContent;
  place: number;
  query: string;
  go: (place: number) => void;
  pick: (emoji: Emoji, more: boolean) => void;
}

const STEPS: Partial<Record<string, 'up' | 'down' | 'next' | 'previous'>> = { ArrowUp: 'up', ArrowDown: 'down' };

/** The focus stays in the field, so that one can go on writing. */
function usePickerKeys({ content, place, query, go, pick }: PickerKeys) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const active = content.emoji[place];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (active) pick(active, event.shiftKey);
      return;
    }
    const step = STEPS[event.key] ?? sideways(event, query === '' || place > 0);
    const next = step && moveTo(content, place, step);
    if (next === undefined || next === null) return;
    event.preventDefault();
    go(next);
  };
}

/** To the sides the keys move in the text as long as nothing was chosen in the list. */
function sideways(event: KeyboardEvent<HTMLInputElement>, isInList: boolean): 'next' | 'previous' | undefined {
  if (!isInList || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return undefined;
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  return (event.key === 'ArrowRight') === isRightToLeft ? 'previous' : 'next';
}

function PickerSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('emoji.list')} className="flex flex-col gap-3">
      <Skeleton className="h-9 w-full" />
      {Array.from({ length: 7 }, (_, index) => (
        <Skeleton key={index} className="h-8 w-full" />
      ))}
    </SkeletonGroup>
  );
}
