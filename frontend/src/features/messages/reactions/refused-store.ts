import { create } from 'zustand';

interface Refused {
  /** Why reactions that waited for a connection were not taken, as long as nobody was told. */
  errors: readonly unknown[];
}

export const useRefused = create<Refused>(() => ({ errors: [] }));
