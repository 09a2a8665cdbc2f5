import { create } from 'zustand';
import { takeTurn } from './exclusive';
import { followPreferences } from './preferences';
import { playable, type Sound, type Source } from './sound';

export type AudioState = 'paused' | 'loading' | 'playing' | 'failed';

interface Audible {
  /** What plays, or did last. */
  sound: Sound | null;
  state: AudioState;
  /** Seconds from the beginning, by key: of what plays, and of what was left before its end. */
  places: Readonly<Record<string, number>>;
  /** Of what plays, in seconds, once that is known. */
  duration: number | null;
  /** Keys of what is on screen. */
  inSight: ReadonlySet<string>;
}

export const useAudioStore = create<Audible>(() => ({ sound: null, state: 'paused', places: {}, duration: null, inSight: new Set() }));

const { getState, setState } = useAudioStore;

/** So far that it is the end of anything, in seconds: recordings of browsers say how long they are only there. */
const END = 1e7;

/** Outside of every row, so that it plays on where its row is gone. */
class Player {
  readonly #media = new Audio();
  #waiting: Source[] = [];
  /** Its end is being looked for. */
  #measuring = false;
  #frame = 0;

  constructor() {
    const media = this.#media;
    media.preload = 'auto';
    followPreferences(media);
    media.addEventListener('loadedmetadata', () => this.#loaded());
    media.addEventListener('durationchange', () => this.#measured());
    media.addEventListener('playing', () => !this.#measuring && this.#follow('playing'));
    media.addEventListener('waiting', () => !this.#measuring && setState({ state: 'loading' }));
    media.addEventListener('pause', () => !this.#measuring && getState().state !== 'failed' && this.#follow('paused'));
    media.addEventListener('ended', () => !this.#measuring && this.#ended());
    media.addEventListener('error', () => media.getAttribute('src') !== null && this.#tryNext());
  }

  toggle(sound: Sound): void {
    const { sound: current, state } = getState();
    if (current?.key !== sound.key || state === 'failed') this.#begin(sound);
    else if (this.#media.paused) this.#play();
    else this.#media.pause();
  }

  seek(sound: Sound, seconds: number): void {
    const isCurrent = getState().sound?.key === sound.key;
    const duration = (isCurrent ? getState().duration : null) ?? sound.duration ?? 0;
    const at = Math.min(Math.max(0, seconds), duration);
    this.#note(sound.key, at);
    if (isCurrent && this.#media.readyState > 0 && !this.#measuring) this.#media.currentTime = at;
  }

  stop(): void {
    this.#media.pause();
    setState({ sound: null, state: 'paused', duration: null });
    this.#media.removeAttribute('src');
    this.#media.load();
  }

  pause = (): void => this.#media.pause();

  #begin(sound: Sound): void {
    this.#media.pause();
    this.#waiting = playable(sound.sources, this.#media);
    setState({ sound, state: 'loading', duration: null });
    this.#tryNext();
  }

  #tryNext(): void {
    const next = this.#waiting.shift();
    this.#measuring = false;
    if (!next) return this.#follow('failed');
    this.#media.src = next.src;
    this.#play();
  }

  #play(): void {
    takeTurn(this.pause);
    // Whoever goes on at the end begins anew; what cannot be played says so by an event.
    this.#media.play().catch(() => undefined);
  }

  #loaded(): void {
    if (Number.isFinite(this.#media.duration)) return this.#start();
    this.#measuring = true;
    this.#media.currentTime = END;
  }

  #measured(): void {
    if (!this.#measuring || !Number.isFinite(this.#media.duration)) return;
    this.#measuring = false;
    this.#start();
    this.#play();
  }

  /** Where it was left. */
  #start(): void {
    const { sound, places } = getState();
    const { duration } = this.#media;
    const at = (sound && places[sound.key]) ?? 0;
    setState({ duration });
    this.#media.currentTime = at < duration ? at : 0;
  }

  #ended(): void {
    this.#follow('paused');
    const { sound } = getState();
    if (sound) this.#note(sound.key, 0);
    this.#media.currentTime = 0;
  }

  #follow(state: AudioState): void {
    setState({ state });
    cancelAnimationFrame(this.#frame);
    if (state === 'playing') this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #tick(): void {
    const { sound } = getState();
    if (sound) this.#note(sound.key, this.#media.currentTime);
    this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #note(key: string, at: number): void {
    setState(({ places }) => ({ places: { ...places, [key]: at } }));
  }
}

let player: Player | null = null;

/** Made when something is first played. */
const thePlayer = (): Player => (player ??= new Player());

export const toggleSound = (sound: Sound): void => thePlayer().toggle(sound);
export const seekSound = (sound: Sound, seconds: number): void => thePlayer().seek(sound, seconds);
/** Nothing plays, and nothing is offered to go on. @param key if it is this one */
export function stopSound(key?: string): void {
  if (key === undefined || getState().sound?.key === key) player?.stop();
}

export function setInSight(key: string, isSeen: boolean): void {
  setState(({ inSight }) => {
    const next = new Set(inSight);
    if (isSeen) next.add(key);
    else next.delete(key);
    return { inSight: next };
  });
}
