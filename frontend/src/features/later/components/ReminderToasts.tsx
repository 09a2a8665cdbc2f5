import type { Reminder } from '@hearth/contract';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { useToast, type ToastOptions } from '@/ui';
import { isDue } from '../cache';
import { excerpt } from '../excerpt';
import { takeFired, useFiredStore } from '../fired-store';
import { useDeleteReminder, useRemind } from '../mutations';
import { useReminders } from '../queries';
import { pathOf } from '../path-of';

const LATER_MS = 20 * 60_000;
/** Long enough to be seen; what is not answered stays in the list. */
const SHOWN_MS = 60_000;
const SUMMARY_MS = 15_000;

/** Tells of what is due: at its time, and what came while the app was closed once it is open. */
export default function ReminderToasts({ onList }: { onList: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const optionsFor = useOptions();
  const shown = useRef(new Map<string, string>());
  const { data } = useReminders();
  const fired = useFiredStore(({ reminders }) => reminders);
  const told = useRef(false);
  useEffect(() => {
    if (!data) return;
    const due = new Set(data.filter(isDue).map(({ id }) => id));
    // Done with, or put off, on another device.
    for (const [id, toastId] of shown.current) {
      if (due.has(id)) continue;
      toast.dismiss(toastId);
      shown.current.delete(id);
    }
    if (told.current) return;
    told.current = true;
    if (due.size > 0)
      toast.show({
        title: t('later.areDue', { count: due.size }),
        timeout: SUMMARY_MS,
        action: { label: t('later.show'), onClick: onList },
      });
  }, [data, onList, t, toast]);
  useEffect(() => {
    if (fired.length === 0) return;
    for (const reminder of fired) shown.current.set(reminder.id, toast.show(optionsFor(reminder)));
    takeFired();
  }, [fired, optionsFor, toast]);
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
      description: t('later.says', { name: message.author.displayName, text: excerpt(message) }),
      timeout: SHOWN_MS,
      action: { label: t('later.open'), onClick: open },
      other: { label: t('later.later'), onClick: later },
    };
  };
}
