import { create } from 'zustand';
import { keepOnDevice } from '@/lib/kept-on-device';

interface Visits {
  serverId: string | null;
  /** The channel that was open last, by server. */
  channels: Record<string, string>;
  note: (serverId: string, channelId: string) => void;
}

/** Where this device was last: the app opens there. */
export const useVisits = create<Visits>()((set) => ({
  serverId: null,
  channels: {},
  note: (serverId, channelId) => set(({ channels }) => ({ serverId, channels: { ...channels, [serverId]: channelId } })),
}));

keepOnDevice(useVisits, 'hearth.visits', ['serverId', 'channels']);
