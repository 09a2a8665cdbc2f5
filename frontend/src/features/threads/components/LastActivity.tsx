import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n';
import { useMinute } from '@/lib/use-minute';

const MINUTE = 60_000;

/** When the last one wrote. */
export function LastActivity({ at }: { at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useMinute();
  const isNow = now - Date.parse(at) < MINUTE;
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {isNow ? t('threads.lastNow') : t('threads.last', { when: format.relative(at) })}
    </time>
  );
}
