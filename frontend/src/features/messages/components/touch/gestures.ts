/** Pixels that a finger may wander without meaning anything by it. */
const SLOP = 12;
/** From the edges of the screen the system takes swipes for itself. */
const EDGE = 24;
const ARMED_AT = 56;
const FURTHEST = 80;
const TAP_MS = 300;
const TAP_NEAR = 30;

const ACTS_ITSELF = 'a, button, input, textarea, summary, [role="slider"], [role="button"], [data-taps]';
/** A finger leads it to the side. */
const LED = '[role="slider"], input[type="range"]';

export interface Swipe {
  row: HTMLElement;
  /** Letting go now answers. */
  armed: boolean;
}

export interface GesturePorts {
  /** Whether the row takes a swipe. */
  maySwipe: (key: string) => boolean;
  onSwiped: (key: string) => void;
  onDoubleTap: (key: string) => void;
  /** Null: the finger is gone. */
  show: (swipe: Swipe | null) => void;
}

interface Touching {
  row: HTMLElement;
  key: string;
  x: number;
  y: number;
  at: number;
  kind: 'undecided' | 'swipe' | 'other';
  pull: number;
  /** -1 where one reads from left to right: rows are drawn to where a line begins. */
  direction: 1 | -1;
}

interface Tap {
  key: string;
  x: number;
  y: number;
  at: number;
}

/** What fingers mean in a list of rows: a swipe to the side answers, two taps react. One pair of hands for all rows. */
export class RowGestures {
  readonly #listeners = new AbortController();
  #touching: Touching | null = null;
  #lastTap: Tap | null = null;

  constructor(
    private readonly list: HTMLElement,
    private readonly ports: GesturePorts,
  ) {
    const options = { signal: this.#listeners.signal, passive: true };
    list.addEventListener('touchstart', (event) => this.#start(event), options);
    list.addEventListener('touchmove', (event) => this.#move(event), options);
    list.addEventListener('touchend', (event) => this.#end(event), options);
    list.addEventListener('touchcancel', () => this.#release(), options);
  }

  stop(): void {
    this.#release();
    this.#listeners.abort();
  }

  #start(event: TouchEvent): void {
    this.#release();
    const [touch, other] = event.touches;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const key = row?.dataset['row'];
    if (!touch || other || !row || key === undefined || !(event.target instanceof Element)) return;
    const { clientX: x, clientY: y } = touch;
    const direction = getComputedStyle(row).direction === 'rtl' ? 1 : -1;
    const isFree = x > EDGE && x < innerWidth - EDGE && !event.target.closest(LED) && !scrollsSideways(event.target, row);
    this.#touching = { row, key, x, y, at: event.timeStamp, kind: isFree ? 'undecided' : 'other', pull: 0, direction };
  }

  #move(event: TouchEvent): void {
    const touching = this.#touching;
    const touch = event.touches[0];
    if (!touching || !touch || event.touches.length > 1) return this.#release();
    const [along, across] = [(touch.clientX - touching.x) * touching.direction, Math.abs(touch.clientY - touching.y)];
    if (touching.kind === 'undecided') touching.kind = this.#decide(touching, along, across);
    if (touching.kind === 'swipe') this.#pull(touching, along - SLOP);
  }

  #decide({ key }: Touching, along: number, across: number): Touching['kind'] {
    if (Math.abs(along) < SLOP && across < SLOP) return 'undecided';
    return along >= SLOP && along > across * 1.5 && this.ports.maySwipe(key) ? 'swipe' : 'other';
  }

  #pull(touching: Touching, by: number): void {
    const { row, direction } = touching;
    const armedBefore = touching.pull >= ARMED_AT;
    touching.pull = Math.min(FURTHEST, Math.max(0, by));
    const armed = touching.pull >= ARMED_AT;
    row.style.transition = 'none';
    row.style.translate = `${direction * touching.pull}px`;
    if (armed && !armedBefore) navigator.vibrate?.(10);
    this.ports.show({ row, armed });
  }

  #end(event: TouchEvent): void {
    const touching = this.#touching;
    this.#release();
    if (!touching) return;
    if (touching.kind === 'swipe' && touching.pull >= ARMED_AT) this.ports.onSwiped(touching.key);
    else if (touching.kind !== 'swipe') this.#tapped(touching, event);
  }

  #tapped({ key, x, y, at }: Touching, event: TouchEvent): void {
    const touch = event.changedTouches[0];
    const isTap = touch && event.timeStamp - at < TAP_MS && Math.hypot(touch.clientX - x, touch.clientY - y) < SLOP;
    if (!isTap || (event.target instanceof Element && event.target.closest(ACTS_ITSELF))) return;
    const last = this.#lastTap;
    const isSecond = last?.key === key && at - last.at < TAP_MS && Math.hypot(last.x - x, last.y - y) < TAP_NEAR;
    this.#lastTap = isSecond ? null : { key, x, y, at: event.timeStamp };
    if (isSecond) this.ports.onDoubleTap(key);
  }

  /** The row glides back, unless the person wants nothing to move. */
  #release(): void {
    const touching = this.#touching;
    this.#touching = null;
    if (touching?.kind !== 'swipe') return;
    touching.row.style.transition = 'translate var(--transition-duration-pane) ease-out';
    touching.row.style.translate = '';
    this.ports.show(null);
  }
}

/** Code and tables that are wider than the row are moved by the same finger. */
function scrollsSideways(target: Element, row: Element): boolean {
  for (let one: Element | null = target; one && one !== row; one = one.parentElement)
    if (one.scrollWidth > one.clientWidth && /auto|scroll/.test(getComputedStyle(one).overflowX)) return true;
  return false;
}
