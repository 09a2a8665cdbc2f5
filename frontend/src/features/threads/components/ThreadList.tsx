import type { Channel } from '@hearth/contract';
import { Archive, Lock, MessagesSquare, Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from '@/i18n';
import { useUnreadCount } from '@/features/channels';
import { Button, EmptyState, ErrorState, Icon, ListItem, SearchField, Skeleton, SkeletonGroup, Tabs, VisuallyHidden } from '@/ui';
import { useThreadList } from '../queries';
import { LastActivity } from './LastActivity';

export interface ThreadListProps {
  channel: Channel;
  onOpen: (threadId: string) => void;
  /** Left out: not allowed. */
  onBegin?: (() => void) | undefined;
}

type Part = 'active' | 'archived';

/** The threads of a channel, those that sleep apart. */
export default function ThreadList({ channel, onOpen, onBegin }: ThreadListProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState<Part>('active');
  const [query, setQuery] = useState('');
  const words = useDeferredValue(query).trim();
  const panel = (which: Part) => <Part {...{ channel, onOpen, onBegin }} archived={which === 'archived'} query={words} />;
  return (
    <div className="flex w-80 max-w-full flex-col gap-3">
      <SearchField label={t('threads.search')} value={query} onValueChange={setQuery} />
      <Tabs
        label={t('threads.title')}
        value={part}
        onValueChange={setPart}
        items={[
          { value: 'active', label: t('threads.active'), panel: part === 'active' && panel('active') },
          { value: 'archived', label: t('threads.archived'), panel: part === 'archived' && panel('archived') },
        ]}
      />
      {onBegin && (
        <Button icon={Plus} onClick={onBegin}>
          {t('threads.begin')}
        </Button>
      )}
    </div>
  );
}

function Part({ channel, onOpen, archived, query }: ThreadListProps & { archived: boolean; query: string }) {
  const { t } = useTranslation();
  const list = useThreadList(channel, { archived, sort: 'ACTIVITY', query });
  if (list.status === 'loading') return <ListSkeleton />;
  if (list.status === 'error') return <ErrorState title={t('threads.failed')} onRetry={list.retry} className="p-2" />;
  if (list.items.length === 0) return <Nothing archived={archived} query={query} />;
  return (
    <>
      <ul
        aria-label={archived ? t('threads.archived') : t('threads.active')}
        className="-mx-1 flex max-h-80 flex-col overflow-y-auto scrollbar-quiet"
      >
        {list.items.map((thread) => (
          <li key={thread.id}>
            <ThreadRow thread={thread} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button fullWidth className="mt-2" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t('threads.more')}
        </Button>
      )}
    </>
  );
}

function Nothing({ archived, query }: { archived: boolean; query: string }) {
  const { t } = useTranslation();
  if (query !== '') return <EmptyState icon={MessagesSquare} title={t('threads.noneFound')} className="p-2" />;
  return archived ? (
    <EmptyState icon={Archive} title={t('threads.noneArchived')} className="p-2" />
  ) : (
    <EmptyState icon={MessagesSquare} title={t('threads.none')} className="p-2">
      {t('threads.noneText')}
    </EmptyState>
  );
}

function ThreadRow({ thread, onOpen }: { thread: Channel; onOpen: (threadId: string) => void }) {
  const { t } = useTranslation();
  const unread = useUnreadCount(thread.id);
  return (
    <ListItem
      leading={<Icon icon={thread.thread?.locked ? Lock : MessagesSquare} className="text-fg-subtle" />}
      detail={
        <>
          {t('threads.messages', { count: thread.lastSeq })}
          {thread.lastMessageAt !== null && (
            <>
              {' · '}
              <LastActivity at={thread.lastMessageAt} />
            </>
          )}
        </>
      }
      unread={unread > 0}
      trailing={unread > 0 && <VisuallyHidden>{t('channels.unread', { count: unread })}</VisuallyHidden>}
      onClick={() => onOpen(thread.id)}
    >
      {thread.name}
    </ListItem>
  );
}

function ListSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col gap-4 p-2">
      {['w-40', 'w-52', 'w-36'].map((width) => (
        <div key={width} className="flex flex-col gap-2">
          <Skeleton className={width} />
          <Skeleton className="w-48" />
        </div>
      ))}
    </SkeletonGroup>
  );
}
