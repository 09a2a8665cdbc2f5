import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

interface Collapsed {
  /** Ids of the categories that are folded on this device. */
  ids: string[];
  toggle: (categoryId: string) => void;
}

export const useCollapsed = create<Collapsed>()(
  persist(
    (set) => ({
      ids: [],
      toggle: (categoryId) =>
        set(({ ids }) => ({ ids: ids.includes(categoryId) ? ids.filter((id) => id !== categoryId) : [...ids, categoryId] })),
    }),
    { name: 'hearth.collapsed', storage: createJSONStorage(() => localStorage), partialize: ({ ids }) => ({ ids }) },
  ),
);
