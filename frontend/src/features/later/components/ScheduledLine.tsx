import { CalendarClock, TriangleAlert } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon } from '@/ui';
import { useScheduledIn } from '../queries';

/** Above the place to write: what waits for its time here, and what was refused. */
export default function ScheduledLine({ channelId, onOpen }: { channelId: string; onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = useScheduledIn(channelId);
  const failed = all.filter(({ status }) => status === 'FAILED').length;
  const [first] = all;
  if (!first) return null;
  return (
    <button
      type="button"
      onClick={onOpen}
      className={cn(
        'mb-1.5 flex min-h-7 max-w-full items-center gap-2 rounded-card px-2 text-meta transition-colors duration-fast hover:bg-hover hover:text-fg pointer-coarse:min-h-touch',
        failed > 0 ? 'text-warning-text' : 'text-fg-subtle',
      )}
    >
      <Icon icon={failed > 0 ? TriangleAlert : CalendarClock} size="small" />
      <span className="truncate">
        {failed > 0
          ? t('later.notSent', { count: failed })
          : t('later.waiting', { count: all.length, when: format.upcoming(first.sendAt) })}
      </span>
    </button>
  );
}
