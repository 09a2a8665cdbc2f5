import { create } from 'zustand';
import { IDLE, type Machine } from './machine';
import type { Refusal } from './microphone';

/** What just happened, for whoever does not see it. */
export type Told = 'started' | 'paused' | 'resumed' | 'full' | 'gone' | 'deleted' | 'sent';

export interface Recording extends Machine {
  seconds: number;
  /** How loud it was, from 0 to 1, from the beginning on. */
  levels: readonly number[];
  /** What can be listened to while it is paused. */
  preview: Blob | null;
  /** Why there is none. `elsewhere`: one waits in another channel. */
  refusal: Refusal | 'elsewhere' | null;
  told: Told | null;
}

export const NOTHING: Recording = { ...IDLE, seconds: 0, levels: [], preview: null, refusal: null, told: null };

/** One at a time in the app: there is one microphone. It stays where somebody looks at another channel meanwhile. */
export const useRecordStore = create<Recording>(() => NOTHING);
