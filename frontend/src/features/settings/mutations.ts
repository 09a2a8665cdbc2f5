import type { Settings } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/api';
import { settings } from './cache';

type Changes = Partial<Settings>;

/** Only the fields that this change set go back, so that a later change of others stays. */
const takeBack = (changed: Changes, before: Settings) =>
  settings.update((now) => {
    const old = Object.keys(changed).map((name) => [name, before[name as keyof Settings]] as const);
    return { ...now, ...Object.fromEntries(old) };
  });

export const useUpdateSettings = () =>
  useMutation({
    // One after the other: the answer to an earlier change must not undo a later one.
    scope: { id: 'settings' },
    mutationFn: (changed: Changes) => call('updateSettings', { body: changed }),
    onMutate: (changed) => {
      const before = settings.get();
      settings.set({ ...before, ...changed });
      return before;
    },
    onError: (_error, changed, before) => before && takeBack(changed, before),
  });
