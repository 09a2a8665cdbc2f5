import type { Channel } from '@hearth/contract';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Link } from 'wouter';
import { readMarker, useConversationChannels, useCountedChannels, useUnreadCount } from '@/features/channels';
import { useMentionCount } from '@/features/mentions';
import { useServer, useServers } from '@/features/servers';
import { paths } from '@/lib/paths';
import { Badge, EmptyState, IconButton, ListItem } from '@/ui';
import { PlaceIcon } from './PlaceIcon';
import { ShortPlaceName } from './PlaceName';

/** All that is not read, by conversation and channel; each goes when it is. */
export function Unread() {
  const { t } = useTranslation();
  const conversations = useConversationChannels();
  const servers = useServers();
  return (
    // What says that there is nothing stands behind the rows, and shows where there are none.
    <div className="group/unread flex flex-col">
      <ul className="peer flex flex-col gap-0.5">
        {conversations.map((channel) => (
          <UnreadRow key={channel.id} channel={channel} />
        ))}
        {servers.map(({ id }) => (
          <ServerRows key={id} serverId={id} />
        ))}
      </ul>
      <div className="peer-has-[li]:hidden">
        <EmptyState icon={CheckCheck} title={t('inbox.allRead')}>
          {t('inbox.allReadHint')}
        </EmptyState>
      </div>
    </div>
  );
}

const ServerRows = ({ serverId }: { serverId: string }) =>
  useCountedChannels(serverId).map((channel) => <UnreadRow key={channel.id} channel={channel} />);

function UnreadRow({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const unread = useUnreadCount(channel.id);
  const mentions = useMentionCount(channel.id);
  const server = useServer(channel.serverId ?? '');
  if (unread === 0) return null;
  return (
    <li>
      <ListItem
        unread
        leading={<PlaceIcon channel={channel} />}
        detail={server?.name}
        trailing={
          mentions > 0 ? (
            <Badge count={mentions} label={t('channels.mentions', { count: mentions })} />
          ) : (
            <Badge tone="neutral" count={unread} label={t('channels.unread', { count: unread })} />
          )
        }
        actions={
          <IconButton
            icon={CheckCheck}
            size="small"
            label={t('channels.markRead')}
            onClick={() => readMarker.markRead(channel.id, channel.lastSeq, true)}
          />
        }
        render={<Link href={paths.channel(channel.serverId, channel.id)} />}
      >
        <ShortPlaceName channel={channel} />
      </ListItem>
    </li>
  );
}
