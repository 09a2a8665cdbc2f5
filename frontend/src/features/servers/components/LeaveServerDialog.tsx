import { Trans } from 'react-i18next';
import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { useLeaveServer } from '@/features/servers';

export interface LeaveServerDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  server: { id: string; name: string };
}

export default function LeaveServerDialog({ open, onOpenChange, server }: LeaveServerDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const leave = useLeaveServer();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('servers.leaveTitle')}
      description={
        <Trans
          i18nKey="servers.leaveText"
          values={{ server: server.name }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={t('servers.leave')}
      busy={leave.isPending}
      error={leave.error ? errorText(leave.error) : undefined}
      onConfirm={() => leave.mutate(server.id, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
