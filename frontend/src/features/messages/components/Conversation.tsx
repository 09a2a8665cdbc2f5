import type { Channel, Message } from '@hearth/contract';
import { Suspense, useState, type ReactNode } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { ErrorState } from '@/ui';
import { useConversation, useReply } from '@/features/messages';
import { useMe } from '@/features/users';
import { ProfilePlace } from '@/features/users/components';
import { lazyPart } from '@/lib/lazy-part';
import { Announcer } from './Announcer';
import { Composer } from './Composer';
import { useSelectionStore } from '../selection-store';
import { ActionsContext } from './conversation-actions';
import { LightboxHost } from './attachments/LightboxHost';
import { EmbedsRemoval } from './embeds/EmbedsRemoval';
import { ConversationSkeleton } from './ConversationSkeleton';
import { ExtrasContext, useExtras, type MessageExtras } from './message-extras';
import { MessageList } from './MessageList';
import { TypingLine } from './late-parts';
import { useKeepingActions } from './keeping/use-keeping-actions';
import { useReactionActions } from './reactions/use-reaction-actions';
import { useConversationActions } from './use-conversation-actions';
import { useOpened } from './use-opened';

const ReplyBar = lazyPart(() => import('./keeping/ReplyBar'));
const SelectionBar = lazyPart(() => import('./SelectionBar'));
const DeleteMessageDialog = lazyPart(() => import('./DeleteMessageDialog'));

export interface ConversationProps {
  channel: Channel;
  /** What the channel is called here, where it has no name of its own. */
  title?: string;
  canSend: boolean;
  /** Stands where one would write, for those who cannot; a text is put into a frame. */
  refusal?: ReactNode;
  /** Seconds that the user waits between two messages; 0: none. */
  slowmode?: number;
  /** May delete what others wrote. */
  canModerate: boolean;
  /** Offered at the beginning to somebody who is alone. */
  onInvite?: () => void;
  /** What stands above the first message, if not what stands there in channels. */
  beginning?: ReactNode;
  /** A line above the place to write. */
  notice?: ReactNode;
  /** The same object always. */
  extras?: MessageExtras;
}

const NO_EXTRAS: MessageExtras = {};

/** One channel's messages and where to write another. Give it the channel's id as its key. */
export function Conversation(props: ConversationProps) {
  const { channel, title = channel.name, canModerate, onInvite, beginning, extras = NO_EXTRAS } = props;
  const view = useConversation(channel.id);
  const { opened, wish } = useOpened(channel.id, view);
  const me = useMe();
  const [doomed, setDoomed] = useState<Message | null>(null);
  const { actions: reacting, overlay } = useReactionActions(props);
  const { actions: keeping, overlay: past } = useKeepingActions(props);
  const { actions, editingId } = useConversationActions({ channelId: channel.id, canModerate, askDelete: setDoomed, reacting, keeping });
  return (
    <ProfilePlace value={channel.serverId}>
      <ExtrasContext value={extras}>
        <ActionsContext value={actions}>
          <div data-conversation className="flex min-h-0 flex-1 flex-col">
            {(view.status === 'loading' || (view.status === 'ready' && !opened)) && <ConversationSkeleton />}
            {view.status === 'error' && <LoadError error={view.error} onRetry={view.retry} />}
            {view.status === 'ready' && opened && (
              <>
                <MessageList
                  channelId={channel.id}
                  view={view}
                  editingId={editingId}
                  wish={wish}
                  beginning={{
                    channelName: title,
                    direct: channel.type === 'DM' || channel.type === 'GROUP_DM' ? channel.type : undefined,
                    topic: channel.topic,
                    custom: beginning,
                    onInvite,
                  }}
                />
                <Announcer rows={view.rows} lastSeq={channel.lastSeq} holdsEnd={!view.hasNewer} meId={me.id} />
              </>
            )}
            <Bottom {...props} title={title} />
          </div>
          {overlay}
          {past}
          <EmbedsRemoval />
          <LightboxHost />
          {doomed && (
            <Suspense>
              <DeleteMessageDialog key={doomed.id} open message={doomed} onOpenChange={(open) => !open && setDoomed(null)} />
            </Suspense>
          )}
        </ActionsContext>
      </ExtrasContext>
    </ProfilePlace>
  );
}

function Bottom({ channel, title, refusal, slowmode, canSend, notice }: ConversationProps & { title: string }) {
  const isChoosing = useSelectionStore((selection) => selection.channelId === channel.id);
  const { t } = useTranslation();
  const reply = useReply(channel.id);
  const { AboveComposer } = useExtras();
  const label = channel.thread
    ? t('threads.writeIn')
    : t('composer.placeholder', { channel: channel.serverId === null ? title : `#${title}` });
  return (
    <div className="shrink-0">
      <TypingLine channelId={channel.id} />
      <div className="px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] tablet:px-4 tablet:pb-[max(1rem,env(safe-area-inset-bottom))]">
        {canSend && notice}
        {AboveComposer && <AboveComposer channelId={channel.id} />}
        {isChoosing ? (
          <Suspense>
            <SelectionBar channelId={channel.id} />
          </Suspense>
        ) : canSend ? (
          <>
            {reply && (
              <Suspense fallback={<div className="h-9" />}>
                <ReplyBar channelId={channel.id} reply={reply} />
              </Suspense>
            )}
            <Composer channelId={channel.id} label={label} name={channel.thread ? label : undefined} slowmode={slowmode} reply={reply} />
          </>
        ) : (
          <Refusal>{refusal ?? t('composer.readOnly')}</Refusal>
        )}
      </div>
    </div>
  );
}

function Refusal({ children }: { children: ReactNode }) {
  if (typeof children !== 'string') return children;
  return <p className="rounded-dialog border border-line bg-sidebar px-4 py-2.75 text-center text-body text-fg-subtle">{children}</p>;
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
