import type { Channel, Message } from '@hearth/contract';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '@/i18n';
import { ErrorState } from '@/ui';
import { useConversation } from '@/features/messages';
import { useMe } from '@/features/users';
import { ProfilePlace } from '@/features/users/components';
import { Announcer } from './Announcer';
import { Composer } from './Composer';
import { ActionsContext } from './conversation-actions';
import { ConversationSkeleton } from './ConversationSkeleton';
import { MessageList } from './MessageList';
import { TypingLine } from './TypingLine';
import { useConversationActions } from './use-conversation-actions';
import { useOpened } from './use-opened';

const DeleteMessageDialog = lazy(() => import('./DeleteMessageDialog'));

export interface ConversationProps {
  channel: Channel;
  /** What the channel is called here, where it has no name of its own. */
  title?: string;
  canSend: boolean;
  /** Why nothing can be written. */
  refusal?: string | undefined;
  /** May delete what others wrote. */
  canModerate: boolean;
  /** Offered at the beginning to somebody who is alone. */
  onInvite?: () => void;
}

/** One channel's messages and where to write another. Give it the channel's id as its key. */
export function Conversation({ channel, title = channel.name, refusal, canSend, canModerate, onInvite }: ConversationProps) {
  const view = useConversation(channel.id);
  const opened = useOpened(view);
  const me = useMe();
  const [doomed, setDoomed] = useState<Message | null>(null);
  const { actions, editingId } = useConversationActions({ channelId: channel.id, canModerate, askDelete: setDoomed });
  return (
    <ProfilePlace value={channel.serverId}>
      <ActionsContext value={actions}>
        <div className="flex min-h-0 flex-1 flex-col">
          {(view.status === 'loading' || (view.status === 'ready' && !opened)) && <ConversationSkeleton />}
          {view.status === 'error' && <LoadError error={view.error} onRetry={view.retry} />}
          {view.status === 'ready' && opened && (
            <>
              <MessageList
                channelId={channel.id}
                view={view}
                editingId={editingId}
                beginning={{
                  channelName: title,
                  direct: channel.type === 'DM' || channel.type === 'GROUP_DM' ? channel.type : undefined,
                  topic: channel.topic,
                  onInvite,
                }}
              />
              <Announcer rows={view.rows} meId={me.id} />
            </>
          )}
          <Bottom channel={channel} title={title} refusal={refusal} canSend={canSend} />
        </div>
        {doomed && (
          <Suspense>
            <DeleteMessageDialog key={doomed.id} open message={doomed} onOpenChange={(open) => !open && setDoomed(null)} />
          </Suspense>
        )}
      </ActionsContext>
    </ProfilePlace>
  );
}

function Bottom({ channel, title, refusal, canSend }: Pick<ConversationProps, 'channel' | 'canSend' | 'refusal'> & { title: string }) {
  const { t } = useTranslation();
  return (
    <div className="shrink-0">
      <TypingLine channelId={channel.id} />
      <div className="px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] tablet:px-4 tablet:pb-[max(1rem,env(safe-area-inset-bottom))]">
        {canSend ? (
          <Composer channelId={channel.id} channelName={channel.serverId === null ? title : `#${title}`} />
        ) : (
          <p className="rounded-dialog border border-line bg-sidebar px-4 py-2.75 text-center text-body text-fg-subtle">
            {refusal ?? t('composer.readOnly')}
          </p>
        )}
      </div>
    </div>
  );
}

function LoadError({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <div className="flex min-h-0 flex-1 items-center overflow-y-auto">
      <ErrorState title={t('conversation.failed')} onRetry={onRetry}>
        {errorText(error)}
      </ErrorState>
    </div>
  );
}
