import type { Channel } from '@hearth/contract';
import { memo } from 'react';
import { useTranslation } from '@/i18n';
import { Link } from 'wouter';
import { lazyPart } from '@/lib/lazy-part';
import { paths } from '@/lib/paths';
import { ContextMenu, ListItem, VisuallyHidden } from '@/ui';
import { useUnreadCount } from '@/features/channels';

const Items = lazyPart(() => import('./JoinedThreadItems'));

export interface JoinedThreadsProps {
  /** Those of one channel that the user is in. */
  threads: readonly Channel[];
  activeThreadId: string | null;
  onlyUnread: boolean;
}

/** Under their channel. */
export default function JoinedThreads({ threads, activeThreadId, onlyUnread }: JoinedThreadsProps) {
  const { t } = useTranslation();
  return (
    <ul aria-label={t('threads.title')} className="ms-4 flex flex-col border-s border-line ps-1">
      {threads.map((thread) => (
        <ThreadItem key={thread.id} thread={thread} selected={thread.id === activeThreadId} onlyUnread={onlyUnread} />
      ))}
    </ul>
  );
}

const ThreadItem = memo(function ThreadItem({ thread, selected, onlyUnread }: { thread: Channel; selected: boolean; onlyUnread: boolean }) {
  const { t } = useTranslation();
  const unread = useUnreadCount(thread.id);
  if (onlyUnread && unread === 0 && !selected) return null;
  return (
    <li data-unread={unread > 0 || undefined}>
      <ContextMenu items={<Items thread={thread} unread={unread} />}>
        <div>
          <ListItem
            selected={selected}
            unread={unread > 0}
            trailing={unread > 0 && <VisuallyHidden>{t('channels.unread', { count: unread })}</VisuallyHidden>}
            render={<Link href={paths.channel(thread.serverId, thread.id)} draggable={false} />}
          >
            {thread.name}
          </ListItem>
        </div>
      </ContextMenu>
    </li>
  );
});
