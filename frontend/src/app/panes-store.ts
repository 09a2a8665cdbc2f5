import { create } from 'zustand';
import { keepOnDevice } from '@/lib/kept-on-device';

/** In rem, as the tokens have it: it scales with the text. */
export const SIDEBAR_WIDTH = { min: 13, max: 22.5, normal: 16 } as const;

interface Panes {
  sidebarWidth: number;
  /** Beside the conversation, where there is room. */
  showsMembers: boolean;
  setSidebarWidth: (width: number) => void;
  toggleMembers: () => void;
}

const within = (width: number) => Math.min(SIDEBAR_WIDTH.max, Math.max(SIDEBAR_WIDTH.min, width));

/** How the panes stand on this device. */
export const usePanes = create<Panes>()((set) => ({
  sidebarWidth: SIDEBAR_WIDTH.normal,
  showsMembers: true,
  setSidebarWidth: (width) => set({ sidebarWidth: within(width) }),
  toggleMembers: () => set(({ showsMembers }) => ({ showsMembers: !showsMembers })),
}));

keepOnDevice(usePanes, 'hearth.panes', ['sidebarWidth', 'showsMembers']);
