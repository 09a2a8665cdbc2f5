import type { Channel } from '@hearth/contract';
import { useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '@/lib/cn';
import { useErrorToast } from '@/i18n';
import { VisuallyHidden } from '@/ui';
import { useChannelGroups, useJoinedByChannel, useOrderChannels, type ChannelGroup } from '@/features/channels';
import { CategoryHeader, type CategoryActions } from './CategoryHeader';
import { ChannelItem, type ChannelActions } from './ChannelItem';
import { useCollapsed } from './collapsed-store';
import { JoinedThreads } from './JoinedThreads';
import { categoryPlaces, endOf, placesAfterMove, stepTarget, type Places, type Target } from './places';
import { halfOf, useChannelDrag, type ChannelDrag } from './use-channel-drag';

export interface ChannelListProps {
  serverId: string;
  activeChannelId: string | null;
  /** A thread that is open beside its channel. */
  activeThreadId: string | null;
  may: ChannelRights;
  onInvite?: (channelId: string) => void;
  /** What the user may do there, and why. */
  onExplain: (channelId: string) => void;
  onCreateIn: (categoryId: string) => void;
  onSetUp: (channelId: string) => void;
  onDelete: (channelId: string) => void;
}

/** What will be allowed. */
export interface ChannelRights {
  order: boolean;
  setUp: (channel: Channel) => boolean;
  manage: (channel: Channel) => boolean;
}

/** The channels of a server under their categories. */
export function ChannelList(props: ChannelListProps) {
  const { serverId, activeChannelId, activeThreadId, may, onInvite, onExplain, onCreateIn, onSetUp, onDelete } = props;
  const groups = useChannelGroups(serverId);
  const threads = useJoinedByChannel(serverId);
  const { order, announcement } = useOrder(serverId);
  const move = useCallback(
    (channelId: string, target: Target) => order(placesAfterMove(groups, channelId, target), channelId),
    [order, groups],
  );
  const drag = useChannelDrag(move);
  const actionsFor = useCallback(
    (channel: Channel): ChannelActions => ({
      ...(onInvite && { onInvite }),
      onExplain,
      ...(may.setUp(channel) && { onSetUp }),
      ...(may.manage(channel) && { onDelete }),
      ...(may.order && {
        onMove: (id, by) => {
          const target = stepTarget(groups, id, by);
          if (target) move(id, target);
        },
        onMoveTo: (id, parentId) => move(id, endOf(groups, parentId)),
      }),
    }),
    [may, groups, move, onInvite, onExplain, onSetUp, onDelete],
  );
  const categoryActionsFor = (category: Channel): CategoryActions => ({
    ...(may.setUp(category) && { onSetUp }),
    ...(may.manage(category) && { onCreateIn, onDelete }),
    ...(may.order && { onMove: (id, by) => order(categoryPlaces(groups, id, by), id) }),
  });
  return (
    <div className="flex flex-col pb-4">
      {groups.map((group) => (
        <Group
          key={group.category?.id ?? ''}
          {...{ group, threads, activeChannelId, actionsFor, categoryActionsFor }}
          activeThreadId={activeThreadId ?? activeChannelId}
          drag={may.order ? drag : undefined}
        />
      ))}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </div>
  );
}

interface GroupProps {
  group: ChannelGroup;
  /** Those that the user is in, by channel. */
  threads: ReadonlyMap<string, Channel[]>;
  activeThreadId: string | null;
  activeChannelId: string | null;
  actionsFor: (channel: Channel) => ChannelActions;
  categoryActionsFor: (category: Channel) => CategoryActions;
  drag: ChannelDrag | undefined;
}

function Group({ group, threads, activeChannelId, activeThreadId, actionsFor, categoryActionsFor, drag }: GroupProps) {
  const listId = useId();
  const { category, channels } = group;
  const collapsed = useCollapsed(({ ids }) => category !== null && ids.includes(category.id));
  const toggle = useCollapsed((state) => state.toggle);
  const parentId = category?.id ?? null;
  const lineAt = drag?.target?.parentId === parentId ? drag.target.index : null;
  return (
    <section className="not-first:pt-3" {...drag?.zone(() => ({ parentId, index: channels.length }))}>
      {category && (
        <CategoryHeader {...{ category, listId, collapsed }} onToggle={() => toggle(category.id)} actions={categoryActionsFor(category)} />
      )}
      <ul id={listId} className="flex flex-col">
        {channels.map((channel, index) => (
          <li
            key={channel.id}
            {...drag?.source(channel.id)}
            {...drag?.zone((event) => ({ parentId, index: index + halfOf(event) }))}
            className={dropLine(lineAt, index, channels.length)}
          >
            <ChannelItem channel={channel} selected={channel.id === activeChannelId} onlyUnread={collapsed} actionsFor={actionsFor} />
            <JoinedThreads threads={threads.get(channel.id) ?? []} activeThreadId={activeThreadId} onlyUnread={collapsed} />
          </li>
        ))}
      </ul>
      {lineAt === 0 && channels.length === 0 && <div className="mx-2 h-0.5 rounded-full bg-accent" />}
    </section>
  );
}

/** A line before the row, or after the last one. */
function dropLine(at: number | null, index: number, count: number): string {
  const line = 'after:absolute after:inset-x-2 after:h-0.5 after:rounded-full after:bg-accent';
  if (at === index) return cn('relative', line, 'after:-top-px');
  return at === count && index === count - 1 ? cn('relative', line, 'after:-bottom-px') : 'relative';
}

/** Stores an order and says in words where the channel stands now. */
function useOrder(serverId: string) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const { mutate } = useOrderChannels(serverId);
  const [announcement, setAnnouncement] = useState('');
  const order = useCallback(
    (places: Places, movedId: string) => {
      if (places.length === 0) return;
      mutate(places, { onError: (error) => toast(t('channels.notMoved'), error) });
      const position = places.findIndex(({ id }) => id === movedId) + 1;
      setAnnouncement(t('channels.moved', { position, count: places.length }));
    },
    [mutate, toast, t],
  );
  return { order, announcement };
}
