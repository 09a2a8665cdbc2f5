import { AlarmClock, CalendarClock } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Badge, MenuItem, MenuSeparator } from '@/ui';
import { isDue } from '../cache';
import { useReminders, useScheduled } from '../queries';

interface LaterMenuItemsProps {
  onReminders: () => void;
  onScheduled: () => void;
}

/** In one's own menu: the way to what was put off. */
export default function LaterMenuItems({ onReminders, onScheduled }: LaterMenuItemsProps) {
  const { t } = useTranslation();
  const due = useReminders().data?.filter(isDue).length ?? 0;
  const failed = useScheduled().data?.filter(({ status }) => status === 'FAILED').length ?? 0;
  return (
    <>
      <MenuSeparator />
      <MenuItem icon={AlarmClock} onSelect={onReminders}>
        <span className="flex items-center justify-between gap-4">
          {t('later.reminders')}
          {due > 0 && <Badge count={due} label={t('later.areDue', { count: due })} />}
        </span>
      </MenuItem>
      <MenuItem icon={CalendarClock} onSelect={onScheduled}>
        <span className="flex items-center justify-between gap-4">
          {t('later.scheduled')}
          {failed > 0 && <Badge count={failed} label={t('later.notSent', { count: failed })} />}
        </span>
      </MenuItem>
    </>
  );
}
