import type { UserSummary } from '@hearth/contract';
import { useState } from 'react';
import { Trans } from 'react-i18next';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { ConfirmDialog, Select, useToast } from '@/ui';
import { useUpdateMember } from '@/features/moderation';
import type { ActDialogProps } from './act-dialog';
import { given, ReasonField } from './ReasonField';

interface TimeoutDialogProps extends ActDialogProps {
  serverId: string;
  user: UserSummary;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** In seconds; the last is the longest that there is. */
const lengths = [MINUTE, 5 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 28 * DAY];

/** The way of the question to the server would make the longest one too long. */
const MARGIN_MS = 5_000;

export function TimeoutDialog({ open, onOpenChange, serverId, user }: TimeoutDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const errorText = useErrorText();
  const update = useUpdateMember(serverId);
  const [reason, setReason] = useState('');
  const [seconds, setSeconds] = useState(10 * MINUTE);
  const done = () => {
    onOpenChange(false);
    toast.show({ title: t('moderation.timedOut', { name: user.displayName, time: format.duration(seconds) }), tone: 'success' });
  };
  const start = () => {
    const timeoutUntil = new Date(Date.now() + seconds * 1_000 - MARGIN_MS).toISOString();
    update.mutate({ userId: user.id, timeoutUntil, ...given(reason) }, { onSuccess: done });
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('moderation.timeoutTitle')}
      description={
        <Trans
          i18nKey="moderation.timeoutText"
          values={{ name: user.displayName }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={t('moderation.timeout')}
      busy={update.isPending}
      error={update.error ? errorText(update.error) : undefined}
      onConfirm={start}
    >
      <Select
        label={t('moderation.timeoutLength')}
        options={lengths.map((value) => ({ value: String(value), label: format.duration(value) }))}
        value={String(seconds)}
        onValueChange={(value) => setSeconds(Number(value))}
      />
      <ReasonField value={reason} onValueChange={setReason} />
    </ConfirmDialog>
  );
}
