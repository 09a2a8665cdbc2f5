import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

/** What lies over the conversation and belongs to the address, so that going back closes it. */
export type OverlayName = 'thread' | 'pane' | 'settings' | 'server-settings' | 'channel-settings' | 'admin';

export interface Overlay {
  /** Null while it is closed. */
  value: string | null;
  open: (value: string) => void;
  /** Another page of the same overlay; with `push`, going back leads to the page before. */
  turn: (value: string, push?: boolean) => void;
  close: () => void;
}

const wasOpenedHere = (): boolean => {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'overlay' in state;
};

/** Pages have parts behind points: `roles` is above `roles.123`, and nothing is above all. */
const isAbove = (page: string, other: string | null): boolean => page === '' || other?.startsWith(`${page}.`) === true;

export function useOverlay(name: OverlayName): Overlay {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const value = useMemo(() => new URLSearchParams(search).get(name), [search, name]);
  const open = useCallback((next: string) => navigate(`${path}?${name}=${next}`, { state: { overlay: name } }), [navigate, path, name]);
  const turn = useCallback(
    (next: string, push = false) => {
      // Back to where this page was turned to from.
      if (push && isAbove(next, value) && wasOpenedHere()) history.back();
      // In place of a page that an address led to, it has nothing of the app behind it either.
      else navigate(`${path}?${name}=${next}`, { replace: !push, state: push || wasOpenedHere() ? { overlay: name } : null });
    },
    [navigate, path, name, value],
  );
  const close = useCallback(() => {
    if (wasOpenedHere()) history.back();
    else navigate(path, { replace: true });
  }, [navigate, path]);
  return { value, open, turn, close };
}
