import type { Channel } from '@hearth/contract';
import { useEffect } from 'react';
import { useFormat } from '@/i18n';
import { CONVERSATIONS, useConversationChannels } from '@/features/channels';
import { useTotalUnread } from '@/features/channels/components';
import { conversationName } from '@/features/conversations';
import { useMentionsElsewhere } from '@/features/mentions';
import { useServers } from '@/features/servers';
import { useMe } from '@/features/users';
import type { Place } from '../use-place';

const APP_NAME = 'Hearth';

function useChannelTitle(channel: Channel | undefined): string | undefined {
  const format = useFormat();
  const { id } = useMe();
  if (!channel) return undefined;
  if (channel.serverId === null) return conversationName(channel, id, format.list);
  return channel.type === 'THREAD' ? channel.name : `#${channel.name}`;
}

/** What the tab is called: how much calls for the user, or that something is unread, and where one is. */
export function useDocumentTitle({ server, channel }: Place): void {
  const format = useFormat();
  const unread = useTotalUnread(useServers().map(({ id }) => id));
  const direct = useTotalUnread([CONVERSATIONS]);
  const calls = direct + useMentionsElsewhere(useConversationChannels().map(({ id }) => id));
  const place = useChannelTitle(channel);
  const where = [place, server?.name, APP_NAME].filter(Boolean).join(' · ');
  const mark = calls > 0 ? `(${format.number(calls)}) ` : unread > 0 ? '• ' : '';
  const title = mark + where;
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = APP_NAME;
    };
  }, [title]);
}
