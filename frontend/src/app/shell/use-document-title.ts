import type { Channel } from '@hearth/contract';
import { useEffect } from 'react';
import { useFormat } from '@/i18n';
import { CONVERSATIONS } from '@/features/channels';
import { useTotalUnread } from '@/features/channels/components';
import { conversationName } from '@/features/conversations';
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

/** What the tab is called: how much is unread, and where one is. */
export function useDocumentTitle({ server, channel }: Place): void {
  const format = useFormat();
  const unread = useTotalUnread([...useServers().map(({ id }) => id), CONVERSATIONS]);
  const place = useChannelTitle(channel);
  const where = [place, server?.name, APP_NAME].filter(Boolean).join(' · ');
  const title = unread > 0 ? `(${format.number(unread)}) ${where}` : where;
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = APP_NAME;
    };
  }, [title]);
}
