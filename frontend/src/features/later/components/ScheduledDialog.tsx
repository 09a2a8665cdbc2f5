import { CalendarClock } from 'lucide-react';
import { useErrorText, useTranslation } from '@/i18n';
import { Dialog, EmptyState, ErrorState } from '@/ui';
import { useScheduled } from '../queries';
import { LaterSkeleton } from './LaterSkeleton';
import { ScheduledRow } from './ScheduledRow';

export interface ScheduledDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Everything that waits for its time, wherever it will be sent. */
export default function ScheduledDialog({ open, onOpenChange }: ScheduledDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('laterDialogs.scheduled')}>
      <List />
    </Dialog>
  );
}

function List() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  // Its files may have been made ready since.
  const { data, error, refetch } = useScheduled({ refetchOnMount: 'always' });
  if (error)
    return (
      <ErrorState title={t('laterDialogs.scheduledFailed')} onRetry={() => void refetch()}>
        {errorText(error)}
      </ErrorState>
    );
  if (!data) return <LaterSkeleton />;
  if (data.length === 0)
    return (
      <EmptyState icon={CalendarClock} title={t('laterDialogs.noneScheduled')}>
        {t('laterDialogs.noneScheduledHint')}
      </EmptyState>
    );
  return (
    <ul className="flex flex-col divide-y divide-line">
      {data.map((scheduled) => (
        <li key={scheduled.id} className="py-3">
          <ScheduledRow scheduled={scheduled} />
        </li>
      ))}
    </ul>
  );
}
