import type { Message } from '@hearth/contract';
import { create } from 'zustand';

interface Removal {
  /** Whose previews are to go, once somebody said so. */
  message: Message | null;
  /** Where the focus goes when what was pressed is gone with them. */
  row: HTMLElement | null;
}

export const useRemovalStore = create<Removal>(() => ({ message: null, row: null }));

export const askToRemove = (message: Message, row: HTMLElement | null): void => useRemovalStore.setState({ message, row });

export function stopAsking(): void {
  const { row } = useRemovalStore.getState();
  useRemovalStore.setState({ message: null, row: null });
  setTimeout(() => {
    if (document.activeElement === document.body) row?.focus();
  });
}
