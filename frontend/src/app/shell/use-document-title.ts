import { useEffect } from 'react';
import { useFormat } from '@/i18n';
import { useTotalUnread } from '@/features/channels/components';
import { useServers } from '@/features/servers';
import type { Place } from '../use-place';

const APP_NAME = 'Hearth';

/** What the tab is called: how much is unread, and where one is. */
export function useDocumentTitle({ server, channel }: Place): void {
  const format = useFormat();
  const unread = useTotalUnread(useServers().map(({ id }) => id));
  const where = [channel && `#${channel.name}`, server?.name, APP_NAME].filter(Boolean).join(' · ');
  const title = unread > 0 ? `(${format.number(unread)}) ${where}` : where;
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = APP_NAME;
    };
  }, [title]);
}
