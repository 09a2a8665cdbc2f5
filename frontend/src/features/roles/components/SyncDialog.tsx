import type { Channel } from '@hearth/contract';
import { useErrorText, useTranslation } from '@/i18n';
import { useSyncOverwrites } from '@/features/servers';
import { normalOverwrites } from '../overwrites';
import { OverwritePreviewDialog } from './OverwritePreviewDialog';

export interface SyncDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
  category: Channel;
}

/** A channel takes the rules of its category. */
export default function SyncDialog({ open, onOpenChange, channel, category }: SyncDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const sync = useSyncOverwrites(channel.id);
  return (
    <OverwritePreviewDialog
      open={open}
      onOpenChange={onOpenChange}
      channel={channel}
      overwrites={normalOverwrites(category.overwrites)}
      title={t('channelPermissions.syncTitle')}
      description={t('channelPermissions.syncText', { channel: channel.name, category: category.name })}
      confirmLabel={t('channelPermissions.sync')}
      saving={sync.isPending}
      error={sync.error ? errorText(sync.error) : undefined}
      onConfirm={() => sync.mutate({}, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
