let stopLast: (() => void) | null = null;

/** One thing plays at a time: whatever did before stops. */
export function takeTurn(stop: () => void): void {
  if (stopLast !== stop) stopLast?.();
  stopLast = stop;
}
