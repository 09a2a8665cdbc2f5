import { type Clock, systemClock } from '@/api';
import { realtime } from '@/realtime';

/** Somebody who has not touched this device for so long, in milliseconds, is not at it. */
const IDLE_AFTER = 10 * 60_000;

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Tells the server when the person leaves this device alone, and when they are back; for the life of the page. */
export function watchActivity(clock: Clock = systemClock): void {
  let active = true;
  let cancel: () => void = () => undefined;
  let touchedAt = clock.now();

  const tell = () => void realtime.emit('presence:update', { active }).catch(() => undefined);
  const turn = (to: boolean) => {
    if (active === to) return;
    active = to;
    tell();
  };
  const check = () => {
    const left = touchedAt + IDLE_AFTER - clock.now();
    if (left <= 0) turn(false);
    else cancel = clock.after(left, check);
  };
  const touched = () => {
    touchedAt = clock.now();
    if (active) return;
    turn(true);
    cancel();
    check();
  };

  for (const sign of signsOfLife) window.addEventListener(sign, touched, { passive: true, capture: true });
  // A new connection counts as active until it is told otherwise.
  realtime.onState((state) => state === 'ready' && !active && tell());
  check();
}
