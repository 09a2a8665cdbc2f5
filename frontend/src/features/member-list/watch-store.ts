import { create } from 'zustand';

/** Whether the list that is wanted could not be had. */
export const useWatchStore = create<{ failed: boolean }>(() => ({ failed: false }));
