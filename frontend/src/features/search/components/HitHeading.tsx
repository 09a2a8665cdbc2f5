import { useTranslation } from '@/i18n';
import { useChannel } from '@/features/channels';
import { ChannelIcon } from '@/features/channels/components';
import { useOpenedConversation } from '@/features/conversations';
import { useConversationName } from '@/features/conversations/components';
import { useServer } from '@/features/servers';
import { useThread } from '@/features/threads';
import type { Channel } from '@hearth/contract';

/** Where the messages below it stand. */
export function HitHeading({ channelId, showsServer }: { channelId: string; showsServer: boolean }) {
  const held = useChannel(channelId);
  // Threads and conversations are not all held.
  const thread = useThread(held ? null : channelId);
  const conversation = useOpenedConversation(held || thread !== null ? null : channelId);
  const channel = held ?? thread ?? conversation;
  const server = useServer(channel?.serverId ?? '');
  if (!channel) return <li aria-hidden className="mt-2 h-5" />;
  return (
    <li className="mt-2 flex items-center gap-1.5 text-ui font-medium text-fg-muted">
      <ChannelIcon type={channel.type} className="text-fg-subtle" />
      {channel.serverId === null ? <ConversationName channel={channel} /> : <bdi className="truncate">{channel.name}</bdi>}
      {showsServer && server && <bdi className="truncate text-meta font-normal text-fg-subtle">{server.name}</bdi>}
    </li>
  );
}

function ConversationName({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const name = useConversationName(channel);
  return <bdi className="truncate">{t('search.withPeople', { name })}</bdi>;
}
