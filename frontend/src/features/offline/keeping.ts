import { queryClient, systemClock } from '@/api';
import { partsLoad, persistently } from '@/lib/lazy-part';
import { lastAccount, openAccount, openedStore } from './account';
import type { Keeper, WindowPorts } from './keeper';
import type { KeptChange, KeptWindow } from './kept';
import type { Recalled } from './recall';

let keeper: Keeper | null = null;
let windowPorts: WindowPorts | null = null;
/** What is on screen was taken from the tables, and the server has said nothing yet. */
let isDoubtful = false;
/** Raised by every account that comes or goes. */
let turn = 0;

/** Whoever holds messages tells how they are kept; once. */
export function setWindowPorts(ports: WindowPorts): void {
  windowPorts = ports;
}

/** Keeps what is held of the account from after the first message on. */
export async function startKeeping(): Promise<void> {
  const ports = windowPorts;
  const own = (turn += 1);
  await partsLoad;
  const late = await persistently(() => import('./late')).catch(() => null);
  if (own !== turn || !late || !ports) return;
  keeper = new late.Keeper({
    ...ports,
    clock: systemClock,
    cache: queryClient.getQueryCache(),
    store: openedStore,
    // Safari has no such thing.
    idle: (run) => void ('requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 2_000 }) : setTimeout(run)),
  });
  keeper.start();
}

export function stopKeeping(): void {
  turn += 1;
  keeper?.stop();
  keeper = null;
  isDoubtful = false;
}

/** The page may not come back: for its life. */
export function watchLeaving(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keeper?.flush();
  });
}

export const hearUnheld = (channelId: string, change: KeptChange): void => keeper?.hear(channelId, change);

export function sweepWindows(): void {
  isDoubtful = false;
  keeper?.sweep();
}

/** What is kept of a channel; null where nothing is. */
export async function keptWindow(channelId: string): Promise<KeptWindow | null> {
  const store = await openedStore();
  const found = await store?.windowsOf([channelId]).catch(() => null);
  return found?.get(channelId) ?? null;
}

/** The account that was here last, as it was kept; null where nothing is. */
export async function recallAccount(): Promise<Recalled | null> {
  const userId = lastAccount();
  if (userId === null) return null;
  openAccount(userId);
  try {
    const [late, store] = [await import('./late'), await openedStore()];
    const recalled = store && (await late.readAccount(store, userId));
    return recalled && { ...recalled, show: () => ((isDoubtful = true), recalled.show()) };
  } catch {
    return null;
  }
}

/** The app failed. If it did so over what was kept, that is not shown again: the next start would fail as well. */
export function distrustKept(): void {
  if (isDoubtful) void openedStore().then((store) => store?.clear().catch(() => undefined));
}
