import { useMemo } from 'react';
import { usePresenceStore } from '../presence-store';

/** Ids of all people known to be here: whoever is not offline. */
export function usePresentIds(): ReadonlySet<string> {
  const presences = usePresenceStore();
  return useMemo(
    () =>
      new Set(
        Object.values(presences)
          .filter(({ status }) => status !== 'offline')
          .map(({ userId }) => userId),
      ),
    [presences],
  );
}
