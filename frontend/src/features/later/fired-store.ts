import type { Reminder } from '@hearth/contract';
import { create } from 'zustand';

interface Fired {
  /** Reminders whose time came while the app was open, and that are not shown yet. */
  reminders: readonly Reminder[];
}

export const useFiredStore = create<Fired>(() => ({ reminders: [] }));

export const noteFired = (reminder: Reminder): void => useFiredStore.setState(({ reminders }) => ({ reminders: [...reminders, reminder] }));

export const takeFired = (): void => useFiredStore.setState({ reminders: [] });
