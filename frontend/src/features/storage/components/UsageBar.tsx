import { useFormat, useTranslation } from '@/i18n';
import { ProgressBar } from '@/ui';

interface UsageBarProps {
  label: string;
  bytes: number;
  limit: number;
}

/** How much of what there may be; also where it is more by now. */
export function UsageBar({ label, bytes, limit }: UsageBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = t('storage.of', { used: format.bytes(bytes), limit: format.bytes(limit) });
  return <ProgressBar label={label} value={Math.min(bytes, limit)} max={Math.max(limit, 1)} formatValue={() => said} />;
}
