import type { Channel, Message } from '@hearth/contract';
import type { TFunction } from 'i18next';
import { Lock, MessageSquare, Pin } from 'lucide-react';
import { useUnreadCount } from '@/features/channels';
import { plainLine, readableText } from '@/features/messages';
import { useConcealed } from '@/features/relationships';
import { useShownName } from '@/features/servers';
import { LastActivity } from '@/features/threads/components';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { useMinute } from '@/lib/use-minute';
import { Avatar, Chip, Icon, NameText, Skeleton, SkeletonGroup, VisuallyHidden } from '@/ui';
import { useOpening } from '../queries';
import { FirstPicture } from './FirstPicture';

export interface PostCardProps {
  post: Channel;
  forum: Channel;
  isOpen: boolean;
  onOpen: (postId: string) => void;
}

/** A post in the list of its forum: what it is called, how it begins, and what has become of it. */
export function PostCard({ post, forum, isOpen, onOpen }: PostCardProps) {
  const unread = useUnreadCount(post.id);
  const opening = useOpening(post.id);
  return (
    <article
      className={cn(
        'relative flex gap-4 rounded-card border border-line bg-raised p-4 transition-colors duration-fast hover:bg-hover',
        isOpen && 'border-line-strong bg-selected',
      )}
    >
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <Title {...{ post, unread, isOpen, onOpen }} />
        <Tags post={post} forum={forum} />
        {opening && <Words serverId={forum.serverId} opening={opening} />}
        {opening === undefined && <Skeleton className="w-64" />}
        <Activity post={post} unread={unread} />
      </div>
      {opening && <FirstPicture opening={opening} />}
    </article>
  );
}

function Title({ post, unread, isOpen, onOpen }: Omit<PostCardProps, 'forum'> & { unread: number }) {
  const { t } = useTranslation();
  return (
    <h3 className="flex min-w-0 items-center gap-2 text-heading">
      {post.thread?.pinnedAt && <State icon={Pin} label={t('forums.pinned')} />}
      {post.thread?.locked && <State icon={Lock} label={t('forums.locked')} />}
      <button
        type="button"
        aria-current={isOpen || undefined}
        onClick={() => onOpen(post.id)}
        className={cn(
          'min-w-0 text-start wrap-anywhere after:absolute after:inset-0 after:rounded-card',
          unread > 0 ? 'font-semibold' : 'font-medium',
        )}
      >
        <bdi>{post.name}</bdi>
        {unread > 0 && <VisuallyHidden> {t('channels.unread', { count: unread })}</VisuallyHidden>}
      </button>
    </h3>
  );
}

function State({ icon, label }: { icon: typeof Pin; label: string }) {
  return (
    <span className="flex shrink-0 text-fg-subtle">
      <Icon icon={icon} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}

function Tags({ post, forum }: { post: Channel; forum: Channel }) {
  const tags = forum.forum?.tags.filter(({ id }) => post.thread?.tagIds.includes(id)) ?? [];
  if (tags.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1">
      {tags.map(({ id, name, emoji }) => (
        <Chip key={id}>{emoji ? `${emoji} ${name}` : name}</Chip>
      ))}
    </div>
  );
}

function Words({ serverId, opening }: { serverId: string | null; opening: Message }) {
  const { t } = useTranslation();
  const isHidden = useConcealed().has(opening.author.id);
  const shown = useShownName(serverId, opening.author);
  return (
    <div className="flex min-w-0 items-start gap-2">
      <Avatar id={opening.author.id} name={shown.name} picture={opening.author.avatar} size={20} />
      <p dir="auto" className="line-clamp-2 min-w-0 text-match-parent text-ui text-fg-muted wrap-anywhere">
        <span className="font-medium text-fg">
          <NameText {...shown} />
        </span>{' '}
        {wordsOf(opening, isHidden, t)}
      </p>
    </div>
  );
}

function wordsOf(opening: Message, isHidden: boolean, t: TFunction): string {
  if (opening.deletedAt !== null) return t('messages.deleted');
  return isHidden ? t('threads.concealed') : plainLine(readableText(opening));
}

function Activity({ post, unread }: { post: Channel; unread: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  useMinute();
  const replies = Math.max(0, post.lastSeq - 1);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-meta text-fg-subtle tabular-nums">
      <Icon icon={MessageSquare} />
      <span className={cn(unread > 0 && 'font-semibold text-fg')}>
        {replies === 0 ? t('threads.noReplies') : t('threads.replies', { count: replies })}
      </span>
      <span aria-hidden>·</span>
      {replies === 0 ? (
        <time dateTime={post.createdAt}>{format.relative(post.createdAt)}</time>
      ) : (
        <LastActivity at={post.lastMessageAt ?? post.createdAt} />
      )}
    </p>
  );
}

export function PostSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col gap-2">
      {['w-52', 'w-40', 'w-64'].map((width) => (
        <div key={width} className="flex flex-col gap-3 rounded-card border border-line bg-raised p-4">
          <Skeleton className={width} />
          <Skeleton className="w-full" />
          <Skeleton className="w-32" />
        </div>
      ))}
    </SkeletonGroup>
  );
}
