import { useEffect, useEffectEvent } from 'react';

/** What lies over the page, the lowest first. */
let layers: (() => void)[] = [];
/** Of the entry of the history where the page is. */
let depth = 0;
let isPlanned = false;
/** A step of our own, over an entry that nobody is to stop at. */
let isSkipping = false;

interface Entry {
  /** How many layers lay over the page when this entry of the history was made. */
  layers?: number;
}

const entry = (): Entry => (history.state ?? {}) as Entry;

const note = (): void => {
  depth = entry().layers ?? 0;
};

/**
 * Going back, as by the key or the gesture of a phone, closes the uppermost of what is open, and leads nowhere else. For each layer there is
 * an entry of the history with the address of the page. What is closed in another way leaves its entry behind, for the next layer or to be
 * skipped: taking it out there and then takes a moment, in which the app may lead elsewhere.
 */
export function useClosedByBack(isOpen: boolean, close: () => void): void {
  const onBack = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return;
    const layer = () => onBack();
    layers.push(layer);
    plan();
    return () => {
      layers = layers.filter((one) => one !== layer);
    };
  }, [isOpen]);
}

/** What closes and opens at one go, as a menu and its dialog do, leaves the history as it is. */
function plan(): void {
  window.addEventListener('popstate', follow);
  // The router tells of these.
  for (const step of ['pushState', 'replaceState']) window.addEventListener(step, note);
  if (isPlanned) return;
  isPlanned = true;
  queueMicrotask(() => {
    isPlanned = false;
    note();
    for (let next = depth + 1; next <= layers.length; next += 1) history.pushState({ ...entry(), layers: next }, '');
    note();
  });
}

function follow(): void {
  const before = depth;
  note();
  if (isSkipping) {
    isSkipping = false;
    return;
  }
  const closing = layers.slice(depth).toReversed();
  for (const close of closing) close();
  if (closing.length > 0) return plan();
  const left = depth - layers.length;
  if (before > depth) {
    // Nobody saw anything of that step: they meant the one below all that was left behind.
    depth = 0;
    history.go(-left - 1);
  } else if (left > 0) {
    isSkipping = true;
    history.go(-left);
  }
}
