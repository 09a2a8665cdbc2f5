import { limits } from '@hearth/contract';
import { create } from 'zustand';

interface Selection {
  /** Null: nobody is choosing. */
  channelId: string | null;
  ids: readonly string[];
}

const none: Selection = { channelId: null, ids: [] };

/** The messages that a moderator is choosing to delete together. */
export const useSelectionStore = create<Selection>(() => none);

export const beginSelection = (channelId: string, messageId: string): void => useSelectionStore.setState({ channelId, ids: [messageId] });

/** As many as one request takes; beyond that nothing more is added. */
export const toggleSelected = (messageId: string): void =>
  useSelectionStore.setState(({ ids }) => {
    if (ids.includes(messageId)) return { ids: ids.filter((id) => id !== messageId) };
    return ids.length < limits.bulkDelete ? { ids: [...ids, messageId] } : {};
  });

/** Whether there was one. */
export function endSelection(): boolean {
  const isChoosing = useSelectionStore.getState().channelId !== null;
  if (isChoosing) useSelectionStore.setState(none);
  return isChoosing;
}

/** Whether a message is chosen; null while nobody chooses in its channel. */
export const useSelected = (channelId: string, messageId: string): boolean | null =>
  useSelectionStore((selection) => (selection.channelId === channelId ? selection.ids.includes(messageId) : null));
