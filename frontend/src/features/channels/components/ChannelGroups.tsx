import type { Channel } from '@hearth/contract';
import { Suspense, useCallback, useId, type HTMLAttributes } from 'react';
import { cn } from '@/lib/cn';
import { lazyPart } from '@/lib/lazy-part';
import { useChannelGroups, useJoinedByChannel, type ChannelGroup } from '@/features/channels';
import { CategoryHeader, type CategoryActions } from './CategoryHeader';
import { ChannelItem, type ChannelActions } from './ChannelItem';
import { useCollapsed } from './collapsed-store';
import type { CategoryMoves, ChannelMoves } from './use-channel-moves';

const JoinedThreads = lazyPart(() => import('./JoinedThreads'));

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
  /** A channel has come into a category. */
  onEntered: (channelId: string) => void;
}

/** What will be allowed. */
export interface ChannelRights {
  order: boolean;
  setUp: (channel: Channel) => boolean;
  manage: (channel: Channel) => boolean;
}

/** For those who may order: what the menus offer, and what makes parts of the list something to drag or a place to drop it. */
export interface Ordering {
  channels: ChannelMoves;
  categories: CategoryMoves;
  section: (group: ChannelGroup) => HTMLAttributes<HTMLElement>;
  header: (category: Channel) => HTMLAttributes<HTMLElement>;
  row: (group: ChannelGroup, index: number) => HTMLAttributes<HTMLElement>;
}

interface ChannelGroupsProps extends ChannelListProps {
  ordering: Ordering | null;
}

/** The channels of a server under their categories. */
export function ChannelGroups({ ordering, ...props }: ChannelGroupsProps) {
  const { serverId, activeChannelId, activeThreadId, may, onInvite, onExplain, onCreateIn, onSetUp, onDelete } = props;
  const groups = useChannelGroups(serverId);
  const threads = useJoinedByChannel(serverId);
  const moves = ordering?.channels;
  const actionsFor = useCallback(
    (channel: Channel): ChannelActions => ({
      ...(onInvite && { onInvite }),
      onExplain,
      ...(may.setUp(channel) && { onSetUp }),
      ...(may.manage(channel) && { onDelete }),
      ...(moves && { moves }),
    }),
    [may, moves, onInvite, onExplain, onSetUp, onDelete],
  );
  const categoryActionsFor = (category: Channel): CategoryActions => ({
    ...(may.setUp(category) && { onSetUp }),
    ...(may.manage(category) && { onCreateIn, onDelete }),
    ...(ordering && { moves: ordering.categories }),
  });
  return groups.map((group) => (
    <Group
      key={group.category?.id ?? ''}
      {...{ group, threads, activeChannelId, actionsFor, categoryActionsFor, ordering }}
      activeThreadId={activeThreadId ?? activeChannelId}
    />
  ));
}

interface GroupProps {
  group: ChannelGroup;
  /** Those that the user is in, by channel. */
  threads: ReadonlyMap<string, Channel[]>;
  activeThreadId: string | null;
  activeChannelId: string | null;
  actionsFor: (channel: Channel) => ChannelActions;
  categoryActionsFor: (category: Channel) => CategoryActions;
  ordering: Ordering | null;
}

function Group({ group, threads, activeChannelId, activeThreadId, actionsFor, categoryActionsFor, ordering }: GroupProps) {
  const listId = useId();
  const { category, channels } = group;
  const collapsed = useCollapsed(({ ids }) => category !== null && ids.includes(category.id));
  const toggle = useCollapsed((state) => state.toggle);
  const { className, ...section } = ordering?.section(group) ?? {};
  return (
    <section {...section} className={cn('not-first:pt-3', className)}>
      {category && (
        <div {...ordering?.header(category)}>
          <CategoryHeader
            {...{ category, listId, collapsed }}
            onToggle={() => toggle(category.id)}
            actions={categoryActionsFor(category)}
          />
        </div>
      )}
      <ul id={listId} className="flex flex-col">
        {channels.map((channel, index) => (
          <li key={channel.id} {...ordering?.row(group, index)}>
            <ChannelItem channel={channel} selected={channel.id === activeChannelId} onlyUnread={collapsed} actionsFor={actionsFor} />
            <ThreadsOf threads={threads.get(channel.id)} activeThreadId={activeThreadId} onlyUnread={collapsed} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Most channels have none that the user is in. */
function ThreadsOf({ threads, ...list }: { threads: readonly Channel[] | undefined; activeThreadId: string | null; onlyUnread: boolean }) {
  return (
    threads !== undefined && (
      <Suspense>
        <JoinedThreads threads={threads} {...list} />
      </Suspense>
    )
  );
}
