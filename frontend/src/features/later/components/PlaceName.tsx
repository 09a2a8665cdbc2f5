import type { Channel } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { useChannel } from '@/features/channels';
import { useConversationName } from '@/features/conversations/components';
import { useServerOfChannel } from '@/features/servers';

/** Where something stands, as far as the user still sees it. */
export function PlaceName({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const channel = useChannel(channelId);
  const server = useServerOfChannel(channelId);
  if (!channel) return t('laterDialogs.elsewhere');
  if (channel.serverId === null) return <ConversationName channel={channel} />;
  const name = channel.type === 'THREAD' ? channel.name : `#${channel.name}`;
  return server ? t('laterDialogs.place', { channel: name, server: server.name }) : name;
}

const ConversationName = ({ channel }: { channel: Channel }) => useConversationName(channel);
