import { useEffect, useEffectEvent } from 'react';

/** What lies over the page, the lowest first. */
let layers: (() => void)[] = [];
/** A way back that was asked for and not gone yet. */
let isGoing = false;
let isPlanned = false;

interface Entry {
  /** How many layers lie over the page at this entry of the history. */
  layers?: number;
}

const entry = (): Entry => (history.state ?? {}) as Entry;
const depth = (): number => entry().layers ?? 0;

/** Going back, as by the key or the gesture of a phone, closes the uppermost of what is open, and leads nowhere else. */
export function useClosedByBack(isOpen: boolean, close: () => void): void {
  const onBack = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return;
    const layer = () => onBack();
    layers.push(layer);
    plan();
    return () => {
      layers = layers.filter((one) => one !== layer);
      plan();
    };
  }, [isOpen]);
}

/** What closes and opens at one go, as a menu and its dialog do, leaves the history as it is. */
function plan(): void {
  window.addEventListener('popstate', follow);
  if (isPlanned) return;
  isPlanned = true;
  queueMicrotask(() => {
    isPlanned = false;
    adjust();
  });
}

/** As many entries as layers: each is another state at the same address. */
function adjust(): void {
  if (isGoing) return;
  for (let next = depth() + 1; next <= layers.length; next += 1) history.pushState({ ...entry(), layers: next }, '');
  const rest = depth() - layers.length;
  if (rest <= 0) return;
  isGoing = true;
  history.go(-rest);
}

function follow(): void {
  if (isGoing) isGoing = false;
  else for (const close of layers.slice(depth()).toReversed()) close();
  plan();
}
