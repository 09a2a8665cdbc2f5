import { useEffect, useState, type PointerEvent } from 'react';

/** Milliseconds without a movement. */
const QUIET = 2_500;

export interface ShownControls {
  isShown: boolean;
  toggle: () => void;
  handlers: Record<'onPointerMove' | 'onPointerLeave', (event: PointerEvent) => void> & Record<'onFocus' | 'onKeyUp', () => void>;
}

/** What stands over a film goes while it plays and nobody moves; whoever comes to it by keys sees it. */
export function useShownControls(isPlaying: boolean): ShownControls {
  const [seenAt, setSeenAt] = useState(0);
  const [isQuiet, setQuiet] = useState(false);
  useEffect(() => {
    if (!isPlaying || isQuiet) return;
    const timer = setTimeout(() => setQuiet(true), QUIET);
    return () => clearTimeout(timer);
  }, [isPlaying, isQuiet, seenAt]);
  const show = () => {
    setQuiet(false);
    setSeenAt((before) => before + 1);
  };
  return {
    isShown: !isPlaying || !isQuiet,
    toggle: () => (isQuiet ? show() : setQuiet(true)),
    handlers: {
      // Of a finger each tap is told apart.
      onPointerMove: ({ pointerType }) => pointerType !== 'touch' && show(),
      onPointerLeave: ({ pointerType }) => pointerType !== 'touch' && setQuiet(true),
      onFocus: show,
      onKeyUp: show,
    },
  };
}
