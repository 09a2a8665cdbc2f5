import type { Channel } from '@hearth/contract';
import { useLeaveGroup } from '@/features/conversations';
import { useMe } from '@/features/users';
import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { useConversationName } from './use-conversation-name';

export interface LeaveGroupDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
}

export default function LeaveGroupDialog({ open, onOpenChange, channel }: LeaveGroupDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const leave = useLeaveGroup();
  const me = useMe();
  const name = useConversationName(channel);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('conversations.leaveTitle', { name })}
      description={t('conversations.leaveText')}
      confirmLabel={t('conversations.leave')}
      busy={leave.isPending}
      error={leave.error ? errorText(leave.error) : undefined}
      onConfirm={() => leave.mutate({ channelId: channel.id, userId: me.id }, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
