import { Timer } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { Icon, Tooltip, VisuallyHidden } from '@/ui';

/** That one writes slowly here, and how long there is still to wait. */
export function SlowmodeMark({ seconds, secondsLeft }: { seconds: number; secondsLeft: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rule = t('composer.slowmode', { time: format.duration(seconds) });
  return (
    <Tooltip content={rule}>
      <span className="mb-3.5 flex items-center gap-1 px-1 text-meta whitespace-nowrap text-fg-subtle tabular-nums">
        <Icon icon={Timer} />
        {secondsLeft > 0 && <span role="timer">{format.countdown(secondsLeft)}</span>}
        <VisuallyHidden>{rule}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
