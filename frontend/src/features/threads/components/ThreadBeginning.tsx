import type { Message } from '@hearth/contract';
import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { use } from 'react';
import { call } from '@/api';
import { useChannel } from '@/features/channels';
import { MessageText } from '@/features/messages/components';
import { useConcealed } from '@/features/relationships';
import { useShownName } from '@/features/servers';
import { ProfilePlace, useNames } from '@/features/users/components';
import { useFormat, useTranslation } from '@/i18n';
import { Avatar, Chip, Icon, NameText } from '@/ui';

/** What stands above the first message of a thread: what it is about, and where it began. */
export function ThreadBeginning({ threadId }: { threadId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const thread = useChannel(threadId);
  const parent = useChannel(thread?.parentId ?? '');
  const [owner] = useNames(thread?.thread ? [thread.thread.ownerId] : []);
  if (!thread) return null;
  const tags = parent?.forum?.tags.filter(({ id }) => thread.thread?.tagIds.includes(id)) ?? [];
  return (
    <div className="flex flex-col items-start gap-1 px-4 pt-8 pb-2">
      <span className="mb-2 grid size-16 place-items-center rounded-full bg-active text-fg-muted">
        <Icon icon={MessagesSquare} size="large" />
      </span>
      <p dir="auto" className="text-match-parent text-title font-semibold wrap-anywhere">
        {thread.name}
      </p>
      <p className="text-ui text-fg-muted">
        {owner ? t('threads.begunBy', { name: owner, date: format.date(thread.createdAt) }) : format.date(thread.createdAt)}
      </p>
      {tags.length > 0 && (
        <div className="flex flex-wrap gap-1 pt-1">
          {tags.map(({ id, name, emoji }) => (
            <Chip key={id}>{emoji ? `${emoji} ${name}` : name}</Chip>
          ))}
        </div>
      )}
      {parent && parent.type !== 'FORUM' && <Starter threadId={threadId} />}
    </div>
  );
}

/** The message at which it began, if it did not begin beside the channel. */
function Starter({ threadId }: { threadId: string }) {
  const { data: message } = useQuery({
    queryKey: ['threads', 'starter', threadId],
    // Without it the thread is none the worse.
    queryFn: () => call('getMessage', { params: { messageId: threadId } }).catch(() => null),
    staleTime: 0,
    gcTime: 0,
  });
  if (!message || message.type === 'THREAD_CREATED' || message.deletedAt !== null) return null;
  return <Quote message={message} />;
}

function Quote({ message }: { message: Message }) {
  const { author, createdAt } = message;
  const { t } = useTranslation();
  const format = useFormat();
  const isHidden = useConcealed().has(author.id);
  const shown = useShownName(use(ProfilePlace), author);
  return (
    <blockquote className="mt-3 flex w-full gap-3 rounded-card border border-line bg-raised p-3">
      <Avatar id={author.id} name={shown.name} picture={author.avatar} size={32} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <NameText {...shown} className="truncate text-ui font-semibold" />
          <time dateTime={createdAt} className="shrink-0 text-meta text-fg-subtle">
            {format.stamp(createdAt)}
          </time>
        </p>
        {isHidden ? (
          <p className="text-body text-fg-subtle">{t('threads.concealed')}</p>
        ) : (
          <div className="excerpt">
            <MessageText message={message} />
          </div>
        )}
      </div>
    </blockquote>
  );
}
