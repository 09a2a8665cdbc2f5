import { isPressed } from '@/lib/keys';

/** Seconds that an arrow goes on or back. Time runs from left to right in every language. */
const STEP = 5;

export interface MediaActs {
  toggle: () => void;
  /** Seconds from the beginning; what lies beyond either end is that end. */
  seek: (seconds: number) => void;
  /** Now, and at the end. */
  at: number;
  duration: number;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key does to something that plays; null: nothing. @param onButton the key belongs to a button that has the focus */
export function actOf(event: Pressed, { toggle, seek, at, duration }: MediaActs, onButton: boolean): (() => void) | null {
  if (isPressed('k', event)) return toggle;
  if (onButton || event.ctrlKey || event.metaKey || event.altKey) return null;
  const places: Record<string, number> = {
    ...{ ArrowLeft: at - STEP, ArrowDown: at - STEP, ArrowRight: at + STEP, ArrowUp: at + STEP },
    ...{ Home: 0, End: duration },
  };
  const place = places[event.key];
  if (event.key === ' ') return toggle;
  return place === undefined ? null : () => seek(place);
}
