import type { Reminder } from '@hearth/contract';
import { AlarmClock } from 'lucide-react';
import { useErrorText, useTranslation } from '@/i18n';
import { Dialog, EmptyState, ErrorState } from '@/ui';
import { isDue } from '../cache';
import { useReminders } from '../queries';
import { LaterSkeleton } from './LaterSkeleton';
import { ReminderRow } from './ReminderRow';

export interface RemindersDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onOpenPath: (path: string) => void;
}

/** What one is told of again: what is due, and what is to come. */
export default function RemindersDialog({ open, onOpenChange, onOpenPath }: RemindersDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('later.reminders')}>
      <Lists onOpenPath={onOpenPath} />
    </Dialog>
  );
}

function Lists({ onOpenPath }: Pick<RemindersDialogProps, 'onOpenPath'>) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { data, error, refetch } = useReminders();
  if (error)
    return (
      <ErrorState title={t('laterDialogs.remindersFailed')} onRetry={() => void refetch()}>
        {errorText(error)}
      </ErrorState>
    );
  if (!data) return <LaterSkeleton />;
  if (data.length === 0)
    return (
      <EmptyState icon={AlarmClock} title={t('laterDialogs.noReminders')}>
        {t('laterDialogs.noRemindersHint')}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-5">
      <Section title={t('laterDialogs.due')} reminders={data.filter(isDue)} onOpenPath={onOpenPath} />
      <Section title={t('laterDialogs.upcoming')} reminders={data.filter((each) => !isDue(each))} onOpenPath={onOpenPath} />
    </div>
  );
}

interface SectionProps {
  title: string;
  reminders: readonly Reminder[];
  onOpenPath: (path: string) => void;
}

function Section({ title, reminders, onOpenPath }: SectionProps) {
  if (reminders.length === 0) return null;
  return (
    <section>
      <h3 className="text-meta font-semibold text-fg-muted">{title}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {reminders.map((reminder) => (
          <li key={reminder.id} className="py-3">
            <ReminderRow reminder={reminder} onOpenPath={onOpenPath} />
          </li>
        ))}
      </ul>
    </section>
  );
}
