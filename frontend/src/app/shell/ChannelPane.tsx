import { hasPermission, type Channel, type Message } from '@hearth/contract';
import { Hash, Plus } from 'lucide-react';
import { Suspense, useCallback } from 'react';
import { useTranslation } from '@/i18n';
import { ForumView } from '@/features/forums/components';
import { readableText } from '@/features/messages';
import { Conversation, ConversationSkeleton } from '@/features/messages/components';
import { useCan, type HeldServer } from '@/features/servers';
import { WithThreads } from '@/features/threads/components';
import { Button, EmptyState } from '@/ui';
import { lazyPart } from '@/lib/lazy-part';
import { openDialog } from '../dialogs-store';
import { useThreadOverlay } from '../use-thread-overlay';
import { ChannelHeader } from './ChannelHeader';
import { channelExtras } from './message-extras';
import { useWriting } from './writing';

const ThreadPane = lazyPart(async () => ({ default: (await import('./ThreadPane')).ThreadPane }));

export interface ChannelPaneProps {
  server: HeldServer;
  channel: Channel | undefined;
}

export function ChannelPane({ server, channel }: ChannelPaneProps) {
  if (!channel) return <NoChannel server={server} />;
  if (channel.type === 'THREAD') return <LaterThread server={server} thread={channel} />;
  return channel.type === 'FORUM' ? <OpenForum server={server} forum={channel} /> : <OpenChannel server={server} channel={channel} />;
}

const LaterThread = (props: { server: HeldServer; thread: Channel }) => (
  <Suspense fallback={<ConversationSkeleton />}>
    <ThreadPane {...props} />
  </Suspense>
);

const SUGGESTED_NAME = 40;

/** The beginning of what was said, on one line. */
const nameFrom = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, SUGGESTED_NAME).trim();

function useInvite(server: HeldServer, channel: Channel): (() => void) | undefined {
  const canInvite = useCan(server.id, 'CREATE_INVITE', channel.id);
  return canInvite ? () => openDialog({ kind: 'invite', serverId: server.id, channelId: channel.id }) : undefined;
}

function OpenChannel({ server, channel }: { server: HeldServer; channel: Channel }) {
  const { t } = useTranslation();
  const { permissions, refusal, slowmode } = useWriting(server, channel);
  const overlay = useThreadOverlay(channel);
  const invite = useInvite(server, channel);
  const isAlone = server.memberCount <= 1;
  const isVoice = channel.type === 'VOICE';
  const begin = useCallback(
    (message: Message) =>
      openDialog({ kind: 'createThread', channelId: channel.id, messageId: message.id, suggestion: nameFrom(readableText(message)) }),
    [channel.id],
  );
  return (
    <>
      <ChannelHeader channel={channel} onInvite={invite} />
      {isVoice && <p className="shrink-0 border-b border-line px-4 py-2 text-ui text-fg-muted">{t('channels.voiceLater')}</p>}
      <WithThreads
        channel={channel}
        onOpen={overlay.open}
        onBegin={!isVoice && hasPermission(permissions, 'CREATE_THREADS') ? begin : undefined}
      >
        <Conversation
          channel={channel}
          canSend={hasPermission(permissions, 'SEND_MESSAGES')}
          refusal={refusal}
          slowmode={slowmode}
          canModerate={hasPermission(permissions, 'MANAGE_MESSAGES')}
          onInvite={isAlone ? invite : undefined}
          extras={channelExtras}
        />
      </WithThreads>
    </>
  );
}

function OpenForum({ server, forum }: { server: HeldServer; forum: Channel }) {
  const overlay = useThreadOverlay(forum);
  return (
    <>
      <ChannelHeader channel={forum} onInvite={useInvite(server, forum)} />
      <Suspense fallback={<ConversationSkeleton />}>
        <ForumView server={server} forum={forum} openPostId={overlay.threadId} onOpen={overlay.open} />
      </Suspense>
    </>
  );
}

/** A server without a channel that one may see. */
function NoChannel({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const canManage = useCan(server.id, 'MANAGE_CHANNELS');
  const create = canManage && (
    <Button variant="primary" icon={Plus} onClick={() => openDialog({ kind: 'createChannel', serverId: server.id, parentId: null })}>
      {t('channels.create')}
    </Button>
  );
  return (
    <div className="flex flex-1 items-center">
      <EmptyState icon={Hash} level={1} title={t('channels.none')} action={create || undefined}>
        {canManage ? t('channels.noneCreate') : t('channels.noneWait')}
      </EmptyState>
    </div>
  );
}
