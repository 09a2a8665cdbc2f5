import { hasPermission, type Channel } from '@hearth/contract';
import type { TFunction } from 'i18next';
import { Archive, Lock, MessagesSquare } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useChannel, useIsJoined } from '@/features/channels';
import { Conversation, type ConversationProps } from '@/features/messages/components';
import { usePermissions, type HeldServer } from '@/features/servers';
import { useErrorToast, useTranslation } from '@/i18n';
import { Button, Icon } from '@/ui';
import { isArchived } from '../cache';
import { useJoinThread } from '../mutations';
import { ThreadBeginning } from './ThreadBeginning';
import { ThreadMenu } from './ThreadMenu';

export interface ThreadViewProps extends Pick<ConversationProps, 'refusal' | 'slowmode' | 'extras'> {
  server: HeldServer;
  thread: Channel;
  /** Beside another conversation, or on its own. */
  isPanel: boolean;
  /** The way back. */
  leading?: ReactNode;
  /** Buttons after those of the thread. */
  trailing?: ReactNode;
  linkOf: (channel: Channel) => string;
}

/** A thread with all that can be done with it. */
export default function ThreadView(props: ThreadViewProps) {
  const { server, thread, refusal, slowmode, extras } = props;
  const { t } = useTranslation();
  const permissions = usePermissions(server.id, thread.id);
  const canSend = hasPermission(permissions, 'SEND_MESSAGES');
  const isLocked = thread.thread?.locked === true;
  const beginning = useMemo(() => <ThreadBeginning threadId={thread.id} />, [thread.id]);
  return (
    <>
      <ThreadHeader {...props} />
      <Conversation
        channel={thread}
        canSend={canSend}
        canModerate={hasPermission(permissions, 'MANAGE_MESSAGES')}
        refusal={isLocked ? <Locked /> : refusal}
        slowmode={slowmode}
        beginning={beginning}
        notice={noticeOf(thread, t)}
        extras={extras}
      />
    </>
  );
}

function noticeOf(thread: Channel, t: TFunction): ReactNode {
  if (thread.thread?.locked) return <Notice icon={Lock}>{t('threads.lockedForOthers')}</Notice>;
  return isArchived(thread) ? <Notice icon={Archive}>{t('threads.wakes')}</Notice> : null;
}

function Notice({ icon, children }: { icon: typeof Lock; children: string }) {
  return (
    <p className="flex items-center gap-2 px-1 pb-2 text-ui text-fg-subtle">
      <Icon icon={icon} />
      {children}
    </p>
  );
}

function Locked() {
  const { t } = useTranslation();
  return (
    <p className="flex items-center justify-center gap-2 rounded-dialog border border-line bg-sidebar px-4 py-2.75 text-center text-body text-fg-muted">
      <Icon icon={Lock} />
      {t('threads.locked')}
    </p>
  );
}

function ThreadHeader({ server, thread, isPanel, leading, trailing, linkOf }: ThreadViewProps) {
  const parent = useChannel(thread.parentId ?? '');
  const Heading = isPanel ? 'h2' : 'h1';
  return (
    <header className="flex shrink-0 border-b border-line pt-[env(safe-area-inset-top)]">
      <div className="flex h-header min-w-0 flex-1 items-center gap-1 px-2 desktop:ps-4">
        {leading}
        <Icon icon={MessagesSquare} size="bar" className="me-1 text-fg-subtle max-tablet:hidden" />
        <div className="flex min-w-0 flex-1 items-baseline gap-3">
          <Heading className="min-w-0 truncate text-heading font-semibold">
            <bdi>{thread.name}</bdi>
          </Heading>
          {parent && !isPanel && <bdi className="min-w-0 truncate text-ui text-fg-subtle max-tablet:hidden">#{parent.name}</bdi>}
        </div>
        <JoinButton thread={thread} />
        <ThreadMenu server={server} thread={thread} parent={parent} link={linkOf(thread)} />
        {trailing}
      </div>
    </header>
  );
}

/** Nobody is asked into what sleeps: writing there is what wakes it. */
function JoinButton({ thread }: { thread: Channel }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const join = useJoinThread();
  const isJoined = useIsJoined(thread.id);
  if (isJoined || isArchived(thread)) return null;
  return (
    <Button
      size="small"
      loading={join.isPending}
      onClick={() => join.mutate({ channelId: thread.id }, { onError: (error) => toast(t('threads.notJoined'), error) })}
    >
      {t('threads.join')}
    </Button>
  );
}
