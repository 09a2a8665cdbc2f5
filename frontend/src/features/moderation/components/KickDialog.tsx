import type { UserSummary } from '@hearth/contract';
import { useState } from 'react';
import { Trans } from 'react-i18next';
import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog, useToast } from '@/ui';
import { useKickMember } from '@/features/moderation';
import type { ActDialogProps } from './act-dialog';
import { given, ReasonField } from './ReasonField';

interface KickDialogProps extends ActDialogProps {
  serverId: string;
  user: UserSummary;
}

export function KickDialog({ open, onOpenChange, serverId, user }: KickDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const errorText = useErrorText();
  const kick = useKickMember(serverId);
  const [reason, setReason] = useState('');
  const done = () => {
    onOpenChange(false);
    toast.show({ title: t('moderation.kicked', { name: user.displayName }), tone: 'success' });
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('moderation.kickTitle')}
      description={
        <Trans
          i18nKey="moderation.kickText"
          values={{ name: user.displayName, username: user.username }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={t('moderation.kick')}
      busy={kick.isPending}
      error={kick.error ? errorText(kick.error) : undefined}
      onConfirm={() => kick.mutate({ userId: user.id, ...given(reason) }, { onSuccess: done })}
    >
      <ReasonField value={reason} onValueChange={setReason} />
    </ConfirmDialog>
  );
}
