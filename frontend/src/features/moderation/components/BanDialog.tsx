import type { UserSummary } from '@hearth/contract';
import { useState } from 'react';
import { Trans } from 'react-i18next';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { ConfirmDialog, Select, useToast } from '@/ui';
import { useBanMember } from '@/features/moderation';
import type { ActDialogProps } from './act-dialog';
import { given, ReasonField } from './ReasonField';

interface BanDialogProps extends ActDialogProps {
  serverId: string;
  user: UserSummary;
  /** False for those who left already. */
  isMember: boolean;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How far back messages go with the ban, in seconds. */
const windows = [0, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY];

export function BanDialog({ open, onOpenChange, serverId, user, isMember }: BanDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const errorText = useErrorText();
  const ban = useBanMember(serverId);
  const [reason, setReason] = useState('');
  const [seconds, setSeconds] = useState(0);
  const done = () => {
    onOpenChange(false);
    toast.show({
      title: t('moderation.banned', { name: user.displayName }),
      ...(seconds > 0 && { description: t('moderation.banDeleting') }),
      tone: 'success',
    });
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={isMember ? t('moderation.banTitle') : t('moderation.banStrangerTitle')}
      description={
        <Trans
          i18nKey={isMember ? 'moderation.banText' : 'moderation.banStrangerText'}
          values={{ name: user.displayName, username: user.username }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={t('moderation.ban')}
      busy={ban.isPending}
      error={ban.error ? errorText(ban.error) : undefined}
      onConfirm={() => ban.mutate({ userId: user.id, deleteMessageSeconds: seconds, ...given(reason) }, { onSuccess: done })}
    >
      <Select
        label={t('moderation.deleteMessages')}
        options={windows.map((value) => ({
          value: String(value),
          label: value === 0 ? t('moderation.deleteNone') : t('moderation.deleteLast', { time: format.duration(value) }),
        }))}
        value={String(seconds)}
        onValueChange={(value) => setSeconds(Number(value))}
      />
      <ReasonField value={reason} onValueChange={setReason} />
    </ConfirmDialog>
  );
}
