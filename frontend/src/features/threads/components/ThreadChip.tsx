import type { Channel, Message } from '@hearth/contract';
import { Archive, Lock, MessagesSquare } from 'lucide-react';
import { use } from 'react';
import { useTranslation } from '@/i18n';
import { useUnreadCount } from '@/features/channels';
import { cn } from '@/lib/cn';
import { Icon, VisuallyHidden } from '@/ui';
import { isArchived } from '../cache';
import { LastActivity } from './LastActivity';
import { ThreadsContext } from './threads-context';

/** The thread that begins at a message, under it. */
export function ThreadChip({ message }: { message: Message }) {
  const place = use(ThreadsContext);
  const thread = place?.threads.get(message.id);
  if (!place || !thread) return null;
  // What begins beside a channel has its first message in the thread itself.
  const replies = Math.max(0, thread.lastSeq - (message.type === 'THREAD_CREATED' ? 1 : 0));
  return <Chip thread={thread} replies={replies} onOpen={() => place.open(thread.id)} />;
}

function Chip({ thread, replies, onOpen }: { thread: Channel; replies: number; onOpen: () => void }) {
  const { t } = useTranslation();
  const unread = useUnreadCount(thread.id);
  return (
    <button
      type="button"
      onClick={onOpen}
      tabIndex={-1}
      className="mt-1 mb-0.5 flex max-w-full flex-wrap items-center gap-x-2 gap-y-0.5 rounded-card border border-line bg-raised px-2.5 py-1.5 text-start text-ui text-fg-subtle transition-colors duration-fast hover:bg-hover hover:text-fg pointer-coarse:min-h-touch"
    >
      <Icon icon={stateIcon(thread)} />
      <bdi className={cn('max-w-60 truncate text-fg', unread > 0 ? 'font-semibold' : 'font-medium')}>{thread.name}</bdi>
      <span className={cn('tabular-nums', unread > 0 && 'font-semibold text-fg')}>
        {replies === 0 ? t('threads.noReplies') : t('threads.replies', { count: replies })}
      </span>
      {replies > 0 && thread.lastMessageAt !== null && <LastActivity at={thread.lastMessageAt} />}
      {unread > 0 && <VisuallyHidden>{t('channels.unread', { count: unread })}</VisuallyHidden>}
    </button>
  );
}

function stateIcon(thread: Channel) {
  if (thread.thread?.locked) return Lock;
  return isArchived(thread) ? Archive : MessagesSquare;
}
