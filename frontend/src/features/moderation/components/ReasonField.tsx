import { limits } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { TextField } from '@/ui';

/** Why, for those who read the audit log. */
export function ReasonField({ value, onValueChange }: { value: string; onValueChange: (reason: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('moderation.reason')}
      optional
      hint={t('moderation.reasonHint')}
      dir={autoDir(value)}
      autoComplete="off"
      maxLength={limits.auditReason}
      value={value}
      onValueChange={onValueChange}
    />
  );
}

/** As the server takes it: nothing, where nothing was written. */
export const given = (reason: string): { reason?: string } => (reason.trim() === '' ? {} : { reason: reason.trim() });
