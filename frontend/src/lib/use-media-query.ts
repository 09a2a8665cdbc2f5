import { useCallback, useSyncExternalStore } from 'react';

/** Where the layout changes; the same widths as `--breakpoint-*` in tokens.css. */
const BREAKPOINTS = { tablet: 600, desktop: 900 } as const;

export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** True from that width up: below `desktop` panes slide, below `tablet` one pane shows at a time. */
export function useBreakpoint(name: keyof typeof BREAKPOINTS): boolean {
  return useMediaQuery(`(min-width: ${BREAKPOINTS[name]}px)`);
}
