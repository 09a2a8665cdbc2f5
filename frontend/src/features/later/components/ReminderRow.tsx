import type { Reminder } from '@hearth/contract';
import { AlarmClock, Check, Trash2 } from 'lucide-react';
import { nameOf, useErrorToast, useFormat, useTranslation } from '@/i18n';
import { Button, IconButton, Menu } from '@/ui';
import { isDue } from '../cache';
import { remindChoices } from '../choices';
import { excerpt } from '../excerpt';
import { useDeleteReminder, useRemind } from '../mutations';
import { pathOf } from '../path-of';
import { PlaceName } from './PlaceName';
import { TimeItems } from './TimeItems';

interface ReminderRowProps {
  reminder: Reminder;
  onOpenPath: (path: string) => void;
}

/** A message with what can be done with it; without its text where that is not for the reader any more. */
export function ReminderRow({ reminder, onOpenPath }: ReminderRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const path = pathOf(reminder);
  const { message, channelId, remindAt, firedAt } = reminder;
  return (
    <div className="flex items-start gap-2 max-tablet:flex-col">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2 text-ui">
          <time dateTime={remindAt} title={format.exact(remindAt)} className="font-semibold">
            {firedAt ? format.stamp(remindAt) : format.upcoming(remindAt)}
          </time>
          <span dir="auto" className="min-w-0 truncate text-fg-subtle">
            <PlaceName channelId={channelId} />
          </span>
        </p>
        {message ? (
          <p dir="auto" className="line-clamp-3 text-match-parent text-body wrap-anywhere">
            <bdi className="font-semibold">{nameOf(message.author)}</bdi> {excerpt(message)}
          </p>
        ) : (
          <p className="text-body text-fg-subtle">{t('later.messageGone')}</p>
        )}
      </div>
      <span className="flex shrink-0 items-center gap-1 max-tablet:self-end">
        {path !== null && (
          <Button size="small" onClick={() => onOpenPath(path)}>
            {t('later.open')}
          </Button>
        )}
        <Actions reminder={reminder} />
      </span>
    </div>
  );
}

function Actions({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation();
  const errorToast = useErrorToast();
  const remind = useRemind();
  const { mutateAsync: remove } = useDeleteReminder();
  const again = (at: number) =>
    remind.mutate({ messageId: reminder.messageId, at }, { onError: (error) => errorToast(t('later.notReminded'), error) });
  // The row is gone by the time of the answer.
  const done = () => void remove(reminder.id).catch((error: unknown) => errorToast(t('laterDialogs.notDone'), error));
  return (
    <>
      {reminder.message && (
        <Menu align="end" trigger={<IconButton icon={AlarmClock} size="small" label={t('laterDialogs.otherTime')} />}>
          <TimeItems choices={remindChoices(new Date())} onChoose={again} />
        </Menu>
      )}
      <IconButton
        icon={isDue(reminder) ? Check : Trash2}
        size="small"
        label={isDue(reminder) ? t('laterDialogs.done') : t('laterDialogs.deleteReminder')}
        onClick={done}
      />
    </>
  );
}
