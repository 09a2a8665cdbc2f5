import type { Channel } from '@hearth/contract';
import { ConversationAvatar } from '@/features/conversations/components';
import { useServer } from '@/features/servers';
import { Avatar } from '@/ui';

/** Of the server that a channel is of, or of whom a conversation is with. */
export function PlaceIcon({ channel }: { channel: Channel }) {
  const server = useServer(channel.serverId ?? '');
  if (!server) return <ConversationAvatar channel={channel} size={40} />;
  return <Avatar id={server.id} name={server.name} picture={server.icon} size={40} shape="square" />;
}
