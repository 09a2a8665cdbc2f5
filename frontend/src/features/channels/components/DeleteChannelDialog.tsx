import type { Channel } from '@hearth/contract';
import { Trans } from 'react-i18next';
import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { useDeleteChannel } from '@/features/channels';

export interface DeleteChannelDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
}

export default function DeleteChannelDialog({ open, onOpenChange, channel }: DeleteChannelDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useDeleteChannel();
  const isCategory = channel.type === 'CATEGORY';
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={isCategory ? t('channels.deleteCategoryTitle') : t('channels.deleteTitle')}
      description={
        <Trans
          i18nKey={isCategory ? 'channels.deleteCategoryText' : 'channels.deleteText'}
          values={{ name: isCategory ? channel.name : `#${channel.name}` }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={isCategory ? t('channels.deleteCategory') : t('channels.delete')}
      busy={remove.isPending}
      error={remove.error ? errorText(remove.error) : undefined}
      onConfirm={() => remove.mutate({ channelId: channel.id }, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
