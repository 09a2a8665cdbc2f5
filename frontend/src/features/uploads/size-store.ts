import { create } from 'zustand';
import { keepOnDevice } from '@/lib/kept-on-device';

/** Whether large pictures are sent with fewer pixels: the last choice made on this device. */
export const useSizeStore = create<{ smaller: boolean }>(() => ({ smaller: false }));

keepOnDevice(useSizeStore, 'hearth.uploads', ['smaller']);
