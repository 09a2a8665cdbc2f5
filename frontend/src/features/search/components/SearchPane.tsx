import { isEmptySearch, searchKinds, type Channel, type SearchHit, type SearchSort } from '@hearth/contract';
import { ArrowLeft, CalendarSearch, Search, SearchX, WifiOff, X } from 'lucide-react';
import { Fragment, useEffect, useRef, type KeyboardEvent } from 'react';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { useSettled } from '@/lib/use-settled';
import { Button, EmptyState, ErrorState, IconButton, Select, Skeleton, SkeletonGroup } from '@/ui';
import { useFoundMessages, type Found, type SearchPlace } from '../queries';
import { noteSearch } from '../recent-store';
import { useSearchPane, type SearchWhere } from '../search-store';
import { HitCard } from './HitCard';
import { HitHeading } from './HitHeading';
import { SearchBox } from './SearchBox';

export interface SearchPaneProps {
  server: { id: string; name: string; channelIds: readonly string[] } | undefined;
  channel: Channel | undefined;
  /** Over everything else, with a way back. */
  isCovering: boolean;
  onClose: () => void;
  onGo: (hit: SearchHit) => void;
  /** To a day of the channel. */
  onDate: (() => void) | undefined;
}

/** Milliseconds without another letter before it is looked for. */
const PAUSE = 300;

/** Where it can be searched here, the widest last. */
function wheresFor({ server, channel }: SearchPaneProps): SearchWhere[] {
  return [...(channel ? (['channel'] as const) : []), ...(server ? (['server'] as const) : []), 'everywhere'];
}

function placeOf(where: SearchWhere, { server, channel }: SearchPaneProps): SearchPlace {
  if (where === 'channel' && channel) return { channelId: channel.id };
  return where === 'server' && server ? { serverId: server.id } : {};
}

/** What was said, found by what is typed, beside the conversation. */
export default function SearchPane(props: SearchPaneProps) {
  const { server, channel, isCovering, onClose, onGo, onDate } = props;
  const { t } = useTranslation();
  const { text, where: wanted, sort } = useSearchPane();
  const wheres = wheresFor(props);
  const where = wheres.includes(wanted) ? wanted : (wheres[0] ?? 'everywhere');
  const settled = useSettled(text.trim(), PAUSE);
  const held = where === 'channel' && channel ? [channel.id] : where === 'server' ? server?.channelIds : undefined;
  const found = useFoundMessages(settled, placeOf(where, props), sort, held);
  const results = useRef<HTMLDivElement>(null);
  const go = (hit: SearchHit) => {
    noteSearch(settled);
    onGo(hit);
  };
  return (
    <section aria-label={t('search.title')} className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 items-center gap-1 border-b border-line px-2 pt-[env(safe-area-inset-top)]">
        <div className="flex h-header min-w-0 flex-1 items-center gap-1">
          {isCovering && <IconButton icon={ArrowLeft} mirrored label={t('common.close')} onClick={onClose} />}
          <SearchBox
            label={t(`search.label.${where}`)}
            serverId={server?.id}
            onLeave={() => focusHit(results.current, 0)}
            onClose={onClose}
          />
          {onDate && <IconButton icon={CalendarSearch} label={t('search.jumpToDate')} tooltipSide="bottom" onClick={onDate} />}
          {!isCovering && <IconButton icon={X} label={t('common.close')} tooltipSide="bottom" onClick={onClose} />}
        </div>
      </header>
      <div className="grid shrink-0 grid-cols-2 gap-2 px-3 py-2">
        <Select
          label={t('search.where')}
          hideLabel
          value={where}
          options={wheres.map((value) => ({ value, label: t(`search.in.${value}`) }))}
          onValueChange={(next) => useSearchPane.setState({ where: next })}
        />
        <Select<SearchSort>
          label={t('search.sort')}
          hideLabel
          value={sort}
          options={(['newest', 'oldest', 'relevance'] as const).map((value) => ({ value, label: t(`search.sorts.${value}`) }))}
          onValueChange={(next) => useSearchPane.setState({ sort: next })}
        />
      </div>
      <div ref={results} onKeyDown={moveAmongHits} className="min-h-0 flex-1 overflow-y-auto px-3 pb-4 scrollbar-quiet">
        <Results found={found} onGo={go} showsServer={where === 'everywhere'} />
      </div>
    </section>
  );
}

function Results({ found, onGo, showsServer }: { found: Found; onGo: (hit: SearchHit) => void; showsServer: boolean }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const format = useFormat();
  const [fault] = found.query.faults;
  if (fault) {
    return (
      <EmptyState icon={SearchX} title={t('search.fault', { filter: `${fault.filter}:${fault.value}` })}>
        {t('search.faultHint', { examples: format.list(['2026-11-21', 'today']), has: 'has:', kinds: format.list([...searchKinds]) })}
      </EmptyState>
    );
  }
  if (isEmptySearch(found.query)) {
    return (
      <EmptyState icon={Search} title={t('search.begin')}>
        {t('search.beginHint', { filters: format.list(['from:', 'in:', 'has:']) })}
      </EmptyState>
    );
  }
  if (found.status === 'loading') return <HitsSkeleton />;
  if (found.status === 'error') {
    return (
      <ErrorState title={t('search.failed')} onRetry={found.retry}>
        {found.error && errorText(found.error)}
      </ErrorState>
    );
  }
  return (
    <>
      {found.isHeldOnly && (
        <p className="mb-2 flex items-center gap-2 text-ui text-fg-muted">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {t('search.heldOnly')}
        </p>
      )}
      <Hits found={found} onGo={onGo} showsServer={showsServer} />
    </>
  );
}

function Hits({ found, onGo, showsServer }: { found: Found; onGo: (hit: SearchHit) => void; showsServer: boolean }) {
  const { t } = useTranslation();
  const { items, hasMore } = found;
  return (
    <>
      <p role="status" className="sr-only">
        {items.length === 0 && !hasMore ? t('search.nothing') : t('search.found', { count: items.length })}
      </p>
      {items.length === 0 && !hasMore && (
        <EmptyState icon={SearchX} title={t('search.nothing')}>
          {t('search.nothingHint')}
        </EmptyState>
      )}
      <ol aria-label={t('search.results')} className="flex flex-col gap-2">
        {items.map((hit, index) => (
          <Fragment key={hit.message.id}>
            {items[index - 1]?.message.channelId !== hit.message.channelId && (
              <HitHeading channelId={hit.message.channelId} showsServer={showsServer} />
            )}
            <li>
              <HitCard hit={hit} onGo={() => onGo(hit)} />
            </li>
          </Fragment>
        ))}
      </ol>
      {hasMore && <More key={items.length} found={found} />}
    </>
  );
}

/** Asks for the next page when it comes into view, and by hand. */
function More({ found }: { found: Found }) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const { loadMore, isLoadingMore } = found;
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), { rootMargin: '200px' });
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  });
  return (
    <div ref={end} className="flex justify-center pt-3">
      <Button variant="ghost" loading={isLoadingMore} onClick={loadMore}>
        {t('search.more')}
      </Button>
    </div>
  );
}

function HitsSkeleton() {
  const { t } = useTranslation();
  return (
    <SkeletonGroup label={t('search.searching')} className="flex flex-col gap-2">
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} className="h-24 rounded-card" />
      ))}
    </SkeletonGroup>
  );
}

const hitsIn = (results: Element | null): HTMLElement[] => [...(results?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
const focusHit = (results: Element | null, index: number): void => hitsIn(results)[index]?.focus();

/** Up from the first one leads nowhere: the field is a Shift+Tab away. */
function moveAmongHits(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const hits = hitsIn(event.currentTarget);
  const at = hits.findIndex((hit) => hit === document.activeElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  hits[at + step]?.focus();
}
