import { notifyManager } from '@tanstack/react-query';
import { access, systemClock } from '@/api';
import { Realtime } from './realtime';
import { createWire } from './wire';

export const realtime = new Realtime({
  clock: systemClock,
  random: Math.random,
  createWire,
  token: () => access.token(),
  refreshToken: () => access.refresh(),
  batch: (run) => notifyManager.batch(run),
  report: (error) => reportError(error),
});

/** Tries at once, or looks whether the connection still lives, when the network came or went or somebody looks at the page again. */
export function watchNetwork(): void {
  for (const change of ['online', 'offline']) window.addEventListener(change, () => realtime.verify());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') realtime.verify();
  });
}
