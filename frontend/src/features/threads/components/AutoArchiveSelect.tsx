import { autoArchiveChoices } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';
import { Select } from '@/ui';

export type AutoArchive = (typeof autoArchiveChoices)[number];

const SECONDS = 60;

/** After how long without a message a thread sleeps. */
export function AutoArchiveSelect({ value, onChange }: { value: number; onChange: (value: AutoArchive) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Select
      label={t('threads.autoArchive')}
      hint={t('threads.autoArchiveHint')}
      options={autoArchiveChoices.map((minutes) => ({ value: String(minutes), label: format.duration(minutes * SECONDS) }))}
      value={String(value)}
      onValueChange={(minutes) => {
        const chosen = autoArchiveChoices.find((choice) => String(choice) === minutes);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
