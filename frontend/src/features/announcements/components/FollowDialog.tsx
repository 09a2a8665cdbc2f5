import { hasPermission, type Channel } from '@hearth/contract';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useChannels } from '@/features/channels';
import { channelIcon } from '@/features/channels/components';
import { useChannelPermissions, useServers } from '@/features/servers';
import { useErrorText, useTranslation } from '@/i18n';
import { Button, Dialog, DialogClose, EmptyState, FormError, Select, useToast } from '@/ui';
import { receivesCopies, useFollowChannel } from '@/features/announcements';

export interface FollowDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
}

/** Chooses the channel that gets what is announced here. */
export default function FollowDialog({ open, onOpenChange, channel }: FollowDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const say = useToast();
  const follow = useFollowChannel();
  const servers = useServers();
  const [serverId, setServerId] = useState(servers.find(({ id }) => id !== channel.serverId)?.id ?? channel.serverId ?? '');
  const [targetId, setTargetId] = useState<string | null>(null);
  const targets = useTargets(serverId, channel.id);
  const chosen = targets.find(({ id }) => id === targetId) ?? targets[0];
  const submit = () =>
    chosen &&
    follow.mutate(
      { channelId: channel.id, targetId: chosen.id },
      {
        onSuccess: () => {
          onOpenChange(false);
          say.show({ title: t('announcements.followed', { channel: chosen.name }) });
        },
      },
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('announcements.followTitle', { channel: channel.name })}
      description={t('announcements.followText')}
      footer={
        <>
          <DialogClose render={<Button variant="ghost">{t('common.cancel')}</Button>} />
          <Button variant="primary" loading={follow.isPending} disabled={!chosen} focusableWhenDisabled onClick={submit}>
            {t('announcements.follow')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError>{follow.error && errorText(follow.error)}</FormError>
        <Select
          label={t('announcements.toServer')}
          options={servers.map(({ id, name }) => ({ value: id, label: name }))}
          value={serverId}
          onValueChange={setServerId}
        />
        {chosen ? (
          <Select
            label={t('announcements.toChannel')}
            options={targets.map(({ id, name, type }) => ({ value: id, label: name, icon: channelIcon(type) }))}
            value={chosen.id}
            onValueChange={setTargetId}
          />
        ) : (
          <EmptyState icon={Megaphone} title={t('announcements.nowhere')} className="p-2">
            {t('announcements.nowhereText')}
          </EmptyState>
        )}
      </div>
    </Dialog>
  );
}

/** The channels of a server that the user may let follow. */
function useTargets(serverId: string, sourceId: string): Channel[] {
  const permissionsIn = useChannelPermissions(serverId);
  return useChannels(serverId).filter(
    (channel) => receivesCopies(channel) && channel.id !== sourceId && hasPermission(permissionsIn(channel), 'MANAGE_WEBHOOKS'),
  );
}
