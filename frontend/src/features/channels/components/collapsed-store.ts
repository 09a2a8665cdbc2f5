import { create } from 'zustand';
import { keepOnDevice } from '@/lib/kept-on-device';

interface Collapsed {
  /** Ids of the categories that are folded on this device. */
  ids: string[];
  toggle: (categoryId: string) => void;
}

export const useCollapsed = create<Collapsed>()((set) => ({
  ids: [],
  toggle: (categoryId) =>
    set(({ ids }) => ({ ids: ids.includes(categoryId) ? ids.filter((id) => id !== categoryId) : [...ids, categoryId] })),
}));

keepOnDevice(useCollapsed, 'hearth.collapsed', ['ids']);
