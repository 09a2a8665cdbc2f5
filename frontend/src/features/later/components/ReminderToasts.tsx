import type { Reminder } from '@hearth/contract';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { nameOf, useErrorToast, useFormat, useTranslation } from '@/i18n';
import { useToast, type ToastOptions } from '@/ui';
import { isDue } from '../cache';
import { excerpt } from '../excerpt';
import { useDeleteReminder, useRemind } from '../mutations';
import { useReminders } from '../queries';
import { pathOf } from '../path-of';

const LATER_MS = 20 * 60_000;
/** Long enough to be seen; what is not answered stays in the list. */
const SHOWN_MS = 60_000;
const SUMMARY_MS = 15_000;
/** As many as are seen at once; more are told of as one. */
const MOST = 3;

/** Tells of what is due: at its time, and what came while the app was closed or without a network once it knows. */
export default function ReminderToasts({ onList }: { onList: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const optionsFor = useOptions();
  /** What is due and was told of, with its toast if it has one of its own; null before the first of it is known. */
  const told = useRef<Map<string, string | undefined> | null>(null);
  const { data } = useReminders();
  useEffect(() => {
    if (!data) return;
    const due = data.filter(isDue);
    const ids = new Set(due.map(({ id }) => id));
    const before = told.current ?? new Map<string, string | undefined>();
    // Done with, or put off, on another device.
    for (const [id, toastId] of before) if (!ids.has(id) && toastId !== undefined) toast.dismiss(toastId);
    const fresh = due.filter(({ id }) => !before.has(id));
    const areTold = told.current === null || fresh.length > MOST;
    if (areTold && fresh.length > 0)
      toast.show({
        title: t('later.areDue', { count: due.length }),
        timeout: SUMMARY_MS,
        action: { label: t('later.show'), onClick: onList },
      });
    const shown = areTold ? [] : fresh.map((reminder) => [reminder.id, toast.show(optionsFor(reminder))] as const);
    const known = new Map([...before, ...shown]);
    told.current = new Map(due.map(({ id }) => [id, known.get(id)]));
  }, [data, onList, optionsFor, t, toast]);
  return null;
}

function useOptions(): (reminder: Reminder) => ToastOptions {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  const errorToast = useErrorToast();
  const [, navigate] = useLocation();
  const { mutateAsync: remind } = useRemind();
  const { mutateAsync: remove } = useDeleteReminder();
  return (reminder) => {
    const { id, message, messageId } = reminder;
    const path = pathOf(reminder);
    const end = () => void remove(id).catch((error: unknown) => errorToast(t('later.notReminded'), error));
    if (!message || path === null)
      return {
        title: t('later.reminder'),
        description: t('later.messageGone'),
        timeout: SHOWN_MS,
        action: { label: t('later.done'), onClick: end },
      };
    const later = () => {
      const at = Date.now() + LATER_MS;
      void remind({ messageId, at }).then(
        () => toast.show({ title: t('later.willRemind', { when: format.upcoming(at) }), tone: 'success' }),
        (error: unknown) => errorToast(t('later.notReminded'), error),
      );
    };
    const open = () => {
      end();
      navigate(path);
    };
    return {
      title: t('later.reminder'),
      description: t('later.says', { name: nameOf(message.author), text: excerpt(message) }),
      timeout: SHOWN_MS,
      action: { label: t('later.open'), onClick: open },
      other: { label: t('later.later'), onClick: later },
    };
  };
}
