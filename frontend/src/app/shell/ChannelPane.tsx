import type { Channel } from '@hearth/contract';
import { Hash, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Conversation } from '@/features/messages/components';
import { useCan, type HeldServer } from '@/features/servers';
import { Button, EmptyState } from '@/ui';
import { openDialog } from '../dialogs-store';
import { ChannelHeader } from './ChannelHeader';

export interface ChannelPaneProps {
  server: HeldServer;
  channel: Channel | undefined;
}

export function ChannelPane({ server, channel }: ChannelPaneProps) {
  return channel ? <OpenChannel server={server} channel={channel} /> : <NoChannel server={server} />;
}

function OpenChannel({ server, channel }: { server: HeldServer; channel: Channel }) {
  const canSend = useCan(server.id, 'SEND_MESSAGES', channel.id);
  const canModerate = useCan(server.id, 'MANAGE_MESSAGES', channel.id);
  const canInvite = useCan(server.id, 'CREATE_INVITE', channel.id);
  const isAlone = server.memberCount <= 1;
  const invite = () => openDialog({ kind: 'invite', serverId: server.id, channelId: channel.id });
  return (
    <>
      <ChannelHeader channel={channel} onInvite={canInvite ? invite : undefined} />
      <Conversation channel={channel} canSend={canSend} canModerate={canModerate} onInvite={canInvite && isAlone ? invite : undefined} />
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
      <EmptyState icon={Hash} title={t('channels.none')} action={create || undefined}>
        {canManage ? t('channels.noneCreate') : t('channels.noneWait')}
      </EmptyState>
    </div>
  );
}
