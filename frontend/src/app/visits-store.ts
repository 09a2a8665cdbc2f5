import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

interface Visits {
  serverId: string | null;
  /** The channel that was open last, by server. */
  channels: Record<string, string>;
  note: (serverId: string, channelId: string) => void;
}

/** Where this device was last: the app opens there. */
export const useVisits = create<Visits>()(
  persist(
    (set) => ({
      serverId: null,
      channels: {},
      note: (serverId, channelId) => set(({ channels }) => ({ serverId, channels: { ...channels, [serverId]: channelId } })),
    }),
    {
      name: 'hearth.visits',
      storage: createJSONStorage(() => localStorage),
      partialize: ({ serverId, channels }) => ({ serverId, channels }),
    },
  ),
);
