import type { Attachment, ChannelAttachment } from '@hearth/contract';
import { Film, Image, ImageOff, Play } from 'lucide-react';
import { useEffect, type KeyboardEvent } from 'react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { FileFace, hasFace, openLightbox, useLightboxStore } from '@/features/messages/components/attachments';
import { Icon, Skeleton, SkeletonGroup, Spinner } from '@/ui';
import { byMonth } from '../months';
import { useGallery, type FoundFiles } from '../queries';
import { ListStates } from './ListStates';

/** CSS pixels that a picture is wide at most. */
const WIDTH = 176;
/** So many before the last one that is loaded, the next page is asked for. */
const AHEAD = 10;

interface MediaTabProps {
  channelId: string;
  onGo: (seq: number) => void;
}

/** Pictures and films by month, the newest first. */
export function MediaTab({ channelId, onGo }: MediaTabProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useGallery(channelId, 'media');
  const shown = list.items.map(({ attachment }) => attachment).filter(({ state }) => state === 'ready');
  useFollowed(shown, list);
  const goTo = (id: string) => {
    const item = list.items.find(({ attachment }) => attachment.id === id);
    if (item) onGo(item.seq);
  };
  const open = (id: string, from: HTMLElement) => openLightbox(shown, id, from, { host: 'media', onGo: goTo });
  return (
    <ListStates list={list} skeleton={<Tiles />} icon={Image} empty={t('media.noMedia')}>
      <div onKeyDown={stepByArrow}>
        {byMonth(list.items, format.month).map(({ month, items }) => (
          <section key={month} className="pb-4">
            <h3 className="pb-2 text-ui font-semibold text-fg-muted">{month}</h3>
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-1 tablet:grid-cols-[repeat(auto-fill,minmax(7rem,1fr))]">
              {items.map((item) => (
                <li
                  key={item.attachment.id}
                  className="aspect-square overflow-hidden rounded-card [contain-intrinsic-size:7rem] [content-visibility:auto]"
                >
                  <Tile item={item} onOpen={open} onGo={onGo} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </ListStates>
  );
}

/** While somebody goes through them, what comes and goes does so there too, and the next page is there in time. */
function useFollowed(shown: readonly Attachment[], { hasMore, loadMore }: FoundFiles) {
  const { host, pictures, currentId } = useLightboxStore();
  const isOpen = host === 'media' && pictures.length > 0;
  useEffect(() => {
    if (isOpen && pictures.map(({ id }) => id).join() !== shown.map(({ id }) => id).join()) useLightboxStore.setState({ pictures: shown });
  }, [isOpen, pictures, shown]);
  const isNearEnd = isOpen && shown.findIndex(({ id }) => id === currentId) >= shown.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && hasMore) loadMore();
  }, [isNearEnd, hasMore, loadMore]);
}

interface TileProps {
  item: ChannelAttachment;
  onOpen: (id: string, from: HTMLElement) => void;
  onGo: (seq: number) => void;
}

function Tile({ item: { attachment, seq, author, createdAt }, onOpen, onGo }: TileProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, alt, state, kind, spoiler } = attachment;
  const isReady = state === 'ready';
  const label = t(isReady ? 'media.open' : 'media.goToNamed', {
    name: alt ?? name,
    who: nameOf(author),
    when: format.stamp(createdAt),
  });
  return (
    <button
      type="button"
      data-tile
      aria-label={label}
      title={name}
      onClick={({ currentTarget }) => (isReady ? onOpen(id, currentTarget) : onGo(seq))}
      className="relative block size-full overflow-hidden bg-active focus-visible:-outline-offset-2"
    >
      {isReady ? <Face attachment={attachment} hidden={spoiler === true} /> : <Waiting isFailed={state === 'failed'} />}
      {kind === 'video' && isReady && (
        <span className="absolute inset-e-1 bottom-1 flex items-center gap-1 rounded-chip bg-stage px-1.5 py-0.5 text-meta text-on-stage">
          <Icon icon={Play} size="small" />
          {attachment.duration !== undefined && format.countdown(Math.floor(attachment.duration))}
        </span>
      )}
    </button>
  );
}

/** What is hidden until it is asked for stays so here; the one that is opened is shown. */
function Face({ attachment, hidden }: { attachment: Attachment; hidden: boolean }) {
  const { t } = useTranslation();
  if (hidden)
    return (
      <span className="flex size-full items-center justify-center bg-stage text-meta text-on-stage">{t('attachments.spoilerMark')}</span>
    );
  if (!hasFace(attachment))
    return (
      <span className="flex size-full items-center justify-center text-fg-subtle">
        <Icon icon={Film} size="large" />
      </span>
    );
  return <FileFace file={attachment} width={WIDTH} />;
}

function Waiting({ isFailed }: { isFailed: boolean }) {
  return (
    <span className="flex size-full items-center justify-center text-fg-subtle">{isFailed ? <Icon icon={ImageOff} /> : <Spinner />}</span>
  );
}

function Tiles() {
  return (
    <SkeletonGroup>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-1 tablet:grid-cols-[repeat(auto-fill,minmax(7rem,1fr))]">
        {Array.from({ length: 15 }, (_, index) => (
          <Skeleton key={index} shape="block" className="aspect-square h-auto" />
        ))}
      </div>
    </SkeletonGroup>
  );
}

/** Arrows go through the tiles as they lie on the screen. */
function stepByArrow(event: KeyboardEvent<HTMLElement>): void {
  const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tile]')];
  const at = tiles.indexOf(event.target as HTMLElement);
  const from = tiles[at]?.getBoundingClientRect();
  if (!from) return;
  const next = nextTile(event.key, tiles, at, from);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function nextTile(key: string, tiles: readonly HTMLElement[], at: number, from: DOMRect): HTMLElement | undefined {
  const ahead = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowRight' || key === 'ArrowLeft') return tiles[at + (key === ahead ? 1 : -1)];
  const isOver = (tile: HTMLElement) => Math.abs(tile.getBoundingClientRect().left - from.left) < 2;
  if (key === 'ArrowDown') return tiles.slice(at + 1).find(isOver);
  return key === 'ArrowUp' ? tiles.slice(0, at).findLast(isOver) : undefined;
}
