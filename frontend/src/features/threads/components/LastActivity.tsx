import { useFormat, useTranslation } from '@/i18n';
import { useMinute } from '@/lib/use-minute';

const MINUTE = 60_000;

const isJustNow = (at: string): boolean => Date.now() - Date.parse(at) < MINUTE;

/** When the last one wrote. */
export function LastActivity({ at }: { at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  useMinute();
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {isJustNow(at) ? t('threads.lastNow') : t('threads.last', { when: format.relative(at) })}
    </time>
  );
}
