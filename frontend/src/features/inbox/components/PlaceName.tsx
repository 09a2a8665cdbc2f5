import type { Channel } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { useChannel } from '@/features/channels';
import { useConversationName } from '@/features/conversations/components';
import { useServer } from '@/features/servers';

/** What a channel is called away from its server. */
export function PlaceName({ channelId }: { channelId: string }) {
  const channel = useChannel(channelId);
  if (!channel) return null;
  return channel.serverId === null ? <DirectName channel={channel} /> : <ChannelName channel={channel} serverId={channel.serverId} />;
}

const DirectName = ({ channel }: { channel: Channel }) => <bdi>{useConversationName(channel)}</bdi>;

function ChannelName({ channel, serverId }: { channel: Channel; serverId: string }) {
  const { t } = useTranslation();
  const server = useServer(serverId);
  return t('inbox.place', { channel: nameIn(channel), server: server?.name ?? '' });
}

/** What it is called where its server stands beside it. */
export const ShortPlaceName = ({ channel }: { channel: Channel }) =>
  channel.serverId === null ? <DirectName channel={channel} /> : <bdi>{nameIn(channel)}</bdi>;

const nameIn = ({ type, name }: Channel): string => (type === 'THREAD' ? name : `#${name}`);
