import { useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { useRecordStore } from '../record-store';
import { recorder } from '../recorder';

/** Why nothing is recorded, and what can be done about it. */
export function Refused({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const refusal = useRecordStore((recording) => recording.refusal);
  if (!refusal) return null;
  const isElsewhere = refusal === 'elsewhere';
  return (
    <ConfirmDialog
      open
      onOpenChange={() => recorder.forgive()}
      title={t(`voice.refused.${refusal}.title`)}
      description={t(`voice.refused.${refusal}.text`)}
      tone={isElsewhere ? 'danger' : 'primary'}
      confirmLabel={isElsewhere ? t('voice.delete') : t('common.retry')}
      cancelLabel={t('common.close')}
      onConfirm={() => {
        recorder.forgive();
        if (isElsewhere) recorder.discard();
        else void recorder.press(channelId, false);
      }}
    />
  );
}
