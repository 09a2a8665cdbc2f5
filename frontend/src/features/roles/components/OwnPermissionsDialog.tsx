import type { Channel } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { Dialog } from '@/ui';
import type { HeldServer } from '@/features/servers';
import { channelGroups } from '../permission-groups';
import { Explanation } from './Explanation';

interface OwnPermissionsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  server: HeldServer;
  channel: Channel;
}

/** What the user may do in a channel, and what decides that: for everybody, whatever else they may. */
export default function OwnPermissionsDialog({ open, onOpenChange, server, channel }: OwnPermissionsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('explainer.ownTitle', { channel: channel.name })}
      description={t('explainer.ownIntro')}
    >
      <div tabIndex={-1}>
        <Explanation serverId={server.id} userId={server.me.user.id} channelId={channel.id} groups={channelGroups(channel.type)} />
      </div>
    </Dialog>
  );
}
