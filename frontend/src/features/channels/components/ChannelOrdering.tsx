import type { Channel } from '@hearth/contract';
import { useLayoutEffect, useMemo } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { useMediaQuery } from '@/lib/use-media-query';
import { VisuallyHidden } from '@/ui';
import { useChannelGroups, type ChannelGroup } from '@/features/channels';
import type { ChannelListProps, Ordering } from './ChannelGroups';
import type { Target } from './places';
import { useChannelMoves, type ChannelMoves } from './use-channel-moves';
import { bothZones, halfOf, useDrag, type Drag } from './use-drag';

interface ChannelOrderingProps extends ChannelListProps {
  /** Called with what the list needs of it, and with null when that ends. */
  onChange: (ordering: Ordering | null) => void;
}

/** Ordering channels by dragging and by menu. It comes after the list, which stays as it is meanwhile. */
export default function ChannelOrdering({ serverId, may, onEntered, onChange }: ChannelOrderingProps) {
  const groups = useChannelGroups(serverId);
  const { channels, categories, announcement } = useChannelMoves({ serverId, groups, mayManage: may.manage, onEntered });
  const channelDrag = useDrag(channels.mayMove, channels.move);
  const categoryDrag = useDrag(always, categories.move);
  // By thumb a row is held for its menu.
  const byThumb = useMediaQuery('(pointer: coarse)');
  const ordering = useMemo(
    (): Ordering => ({ channels, categories, ...(byThumb ? still : draggable(groups, channelDrag, categoryDrag)) }),
    [channels, categories, byThumb, groups, channelDrag, categoryDrag],
  );
  useLayoutEffect(() => {
    onChange(ordering);
    return () => onChange(null);
  }, [ordering, onChange]);
  return (
    <>
      {groups[0]?.category && <LoosePlace drag={channelDrag} mayMove={channels.mayMove} />}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </>
  );
}

const always = () => true;

type Handles = Pick<Ordering, 'section' | 'header' | 'row'>;

const still: Handles = { section: () => ({}), header: () => ({}), row: () => ({}) };

function draggable(groups: readonly ChannelGroup[], channelDrag: Drag, categoryDrag: Drag): Handles {
  const categories = groups.flatMap(({ category }) => category ?? []);
  const lineIn = ({ category }: ChannelGroup) =>
    channelDrag.target && channelDrag.target.parentId === (category?.id ?? null) ? channelDrag.target.index : null;
  return {
    section: (group) => {
      const at = group.category ? categories.indexOf(group.category) : -1;
      const isEntered = group.channels.length === 0 && lineIn(group) === 0;
      const between = at < 0 ? null : (categoryDrag.target?.index ?? null);
      return {
        ...sectionZone(channelDrag, categoryDrag, group, at),
        className: isEntered ? lineBelow : dropLine(between, at, categories.length),
      };
    },
    header: (category: Channel) => categoryDrag.source(category.id),
    row: (group, index) => ({
      ...channelDrag.source(group.channels[index]?.id ?? ''),
      ...channelDrag.zone((event) => ({ parentId: group.category?.id ?? null, index: index + halfOf(event) })),
      className: dropLine(lineIn(group), index, group.channels.length),
    }),
  };
}

/** Beside the rows: the end of the category for a channel, the place before or after it for another category. */
const sectionZone = (channelDrag: Drag, categoryDrag: Drag, { category, channels }: ChannelGroup, at: number) =>
  bothZones(
    channelDrag.zone(() => ({ parentId: category?.id ?? null, index: channels.length })),
    categoryDrag.zone((event) => ({ parentId: null, index: at < 0 ? 0 : at + halfOf(event) })),
  );

const line = 'relative after:absolute after:inset-x-2 after:h-0.5 after:rounded-full after:bg-accent';
const lineAbove = cn(line, 'after:-top-px');
const lineBelow = cn(line, 'after:-bottom-px');

/** A line before the row, or after the last one. */
function dropLine(at: number | null, index: number, count: number): string {
  if (at === index) return lineAbove;
  return at === count && index === count - 1 ? lineBelow : 'relative';
}

const LOOSE: Target = { parentId: null, index: 0 };

/** Above the categories, while a channel is dragged: out of all of them. Laid over the list, which must not move under the pointer. */
function LoosePlace({ drag, mayMove }: { drag: Drag; mayMove: ChannelMoves['mayMove'] }) {
  const { t } = useTranslation();
  if (drag.id === null || !mayMove(drag.id, LOOSE)) return null;
  return (
    <div
      {...drag.zone(() => LOOSE)}
      className={cn(
        'absolute inset-x-0 -top-1 z-10 flex h-8 items-center rounded-card border border-dashed bg-sidebar px-2 text-meta',
        drag.target?.parentId === null ? 'border-accent text-fg' : 'border-line text-fg-subtle',
      )}
    >
      {t('channels.noCategory')}
    </div>
  );
}
