/** `asking`: the person is asked whether the microphone may be used. `paused`: something is there to be heard and sent. */
export type Phase = 'idle' | 'asking' | 'recording' | 'paused';

/** What became of a recording. */
export interface Machine {
  phase: Phase;
  /** Where it is to be sent; null where there is none. */
  channelId: string | null;
  /** Nobody has to hold the button. */
  isLocked: boolean;
  /** Nothing can be added: it is as long as it may be, or the microphone is gone. */
  isOver: boolean;
}

export type Act =
  | { kind: 'press'; channelId: string; isHeld: boolean }
  | { kind: 'granted' | 'lock' | 'pause' | 'resume' | 'over' | 'end' }
  /** @param seconds that were recorded */
  | { kind: 'release'; seconds: number };

export const IDLE: Machine = { phase: 'idle', channelId: null, isLocked: false, isOver: false };

/** Seconds. Whoever lets go before did not mean to hold: it goes on without. */
const SHORTEST = 0.5;

/** Whether letting go sends it. */
export const isSentBy = (machine: Machine, act: Act): boolean =>
  act.kind === 'release' && machine.phase === 'recording' && !machine.isLocked && act.seconds >= SHORTEST;

/** What follows; the same where an act comes too late, or twice. */
export function after(machine: Machine, act: Act): Machine {
  const { phase } = machine;
  const isOn = phase === 'recording' || phase === 'asking';
  switch (act.kind) {
    case 'press':
      return phase === 'idle' ? { ...IDLE, phase: 'asking', channelId: act.channelId, isLocked: !act.isHeld } : machine;
    case 'granted':
      return phase === 'asking' ? { ...machine, phase: 'recording' } : machine;
    case 'lock':
      return isOn ? { ...machine, isLocked: true } : machine;
    case 'release':
      return isSentBy(machine, act) ? IDLE : isOn ? { ...machine, isLocked: true } : machine;
    case 'pause':
      return phase === 'recording' ? { ...machine, phase: 'paused', isLocked: true } : machine;
    case 'resume':
      return phase === 'paused' && !machine.isOver ? { ...machine, phase: 'recording' } : machine;
    case 'over':
      return phase === 'recording' || phase === 'paused' ? { ...machine, phase: 'paused', isLocked: true, isOver: true } : machine;
    case 'end':
      return IDLE;
  }
}

/** Pixels that a finger slides before it counts. */
const CANCEL = 110;
const LOCK = 70;

/**
 * What it means where a finger that holds the button is by now.
 *
 * @param x to the right of where it began, @param y below that
 */
export function slideMeans(x: number, y: number, isRightToLeft: boolean): 'cancel' | 'lock' | null {
  const back = isRightToLeft ? x : -x;
  if (-y >= LOCK && -y > back) return 'lock';
  return back >= CANCEL ? 'cancel' : null;
}

/** How much of the way to the end of it a finger has slid, from 0 to 1. */
export const slideDone = (x: number, isRightToLeft: boolean): number => Math.min(1, Math.max(0, (isRightToLeft ? x : -x) / CANCEL));
