import { limits } from '@hearth/contract';
import type { Clock } from '@/api';
import { EVERY, waveformOf, withLevel } from './levels';
import { after, isSentBy, type Act } from './machine';
import { MicrophoneError, type Microphone } from './microphone';
import { NOTHING, type Recording, type Told } from './record-store';

/** A recording that is whole. */
export interface Recorded {
  file: Blob;
  /** Seconds. */
  duration: number;
  /** Base64 of bytes. */
  waveform: string;
}

export interface RecorderPorts {
  clock: Clock;
  open: (onGone: () => void) => Promise<Microphone>;
  /** What plays is not to be recorded. */
  hush: () => void;
  send: (channelId: string, recorded: Recorded) => void;
  get: () => Recording;
  set: (change: Partial<Recording>) => void;
}

/** Records what is said, and hands it on. */
export class VoiceRecorder {
  #microphone: Microphone | null = null;
  /** Unix time in milliseconds since which it has been listening, and what was recorded before that. */
  #since: number | null = null;
  #before = 0;
  #endLooking: () => void = () => undefined;

  constructor(private readonly ports: RecorderPorts) {}

  /** @param isHeld as long as the button is down, unless it is locked */
  async press(channelId: string, isHeld: boolean): Promise<void> {
    const { phase, channelId: other } = this.ports.get();
    if (phase !== 'idle' && other !== channelId) return this.ports.set({ refusal: 'elsewhere' });
    if (phase !== 'idle') return;
    this.#act({ kind: 'press', channelId, isHeld }, { refusal: null, told: null });
    const mine = this.ports.get().levels;
    try {
      const microphone = await this.ports.open(() => this.#over('gone'));
      // Given up meanwhile.
      if (this.ports.get().phase !== 'asking' || this.ports.get().levels !== mine) return microphone.close();
      this.#microphone = microphone;
      this.#listen();
      this.#act({ kind: 'granted' }, { told: 'started' });
    } catch (error) {
      const refusal = error instanceof MicrophoneError ? error.refusal : 'unsupported';
      this.ports.set({ ...NOTHING, refusal });
    }
  }

  lock(): void {
    this.#act({ kind: 'lock' });
  }

  /** The button is up again. */
  release(): void {
    const act: Act = { kind: 'release', seconds: this.#seconds() };
    if (isSentBy(this.ports.get(), act)) void this.send();
    else this.#act(act);
  }

  async pause(): Promise<void> {
    if (this.ports.get().phase !== 'recording') return;
    this.#rest();
    this.#microphone?.pause();
    this.#act({ kind: 'pause' }, { told: 'paused' });
    await this.#preview();
  }

  resume(): void {
    const { phase, isOver } = this.ports.get();
    if (phase !== 'paused' || isOver) return;
    this.#microphone?.resume();
    this.#listen();
    this.#act({ kind: 'resume' }, { told: 'resumed', preview: null });
  }

  /** Nothing of it stays. */
  discard(): void {
    if (this.ports.get().phase === 'idle') return;
    this.#close();
    this.ports.set({ ...NOTHING, told: 'deleted' });
  }

  async send(): Promise<void> {
    const { phase, channelId, levels } = this.ports.get();
    const microphone = this.#microphone;
    if (channelId === null || !microphone || (phase !== 'recording' && phase !== 'paused')) return;
    this.#rest();
    const duration = this.#seconds();
    // Whatever is done from here on is about the next one.
    this.#microphone = null;
    this.#before = 0;
    this.ports.set({ ...NOTHING, told: 'sent' });
    microphone.pause();
    const file = await microphone.heard();
    microphone.close();
    this.ports.send(channelId, { file, duration: Math.min(limits.voiceSeconds, duration), waveform: waveformOf(levels) });
  }

  /** Nobody looks at it any more: it waits as it is. */
  leave(): void {
    if (this.ports.get().phase === 'asking') this.discard();
    else void this.pause();
  }

  forgive(): void {
    this.ports.set({ refusal: null });
  }

  #over(told: Told): void {
    const { phase } = this.ports.get();
    if (phase !== 'recording' && phase !== 'paused') return;
    this.#rest();
    this.#microphone?.pause();
    this.#act({ kind: 'over' }, { told });
    void this.#preview();
  }

  async #preview(): Promise<void> {
    const microphone = this.#microphone;
    const preview = (await microphone?.heard()) ?? null;
    if (this.#microphone === microphone && this.ports.get().phase === 'paused') this.ports.set({ preview });
  }

  #act(act: Act, more: Partial<Recording> = {}): void {
    this.ports.set({ ...after(this.ports.get(), act), ...more });
  }

  #seconds(): number {
    const now = this.#since === null ? 0 : this.ports.clock.now() - this.#since;
    return (this.#before + now) / 1_000;
  }

  #listen(): void {
    this.ports.hush();
    this.#since = this.ports.clock.now();
    this.#look();
  }

  #rest(): void {
    this.#endLooking();
    this.#before = this.#seconds() * 1_000;
    this.#since = null;
  }

  #look(): void {
    const seconds = this.#seconds();
    const levels = withLevel(this.ports.get().levels, seconds, this.#microphone?.level() ?? 0);
    this.ports.set({ seconds, levels });
    if (seconds >= limits.voiceSeconds) this.#over('full');
    else this.#endLooking = this.ports.clock.after(EVERY, () => this.#look());
  }

  #close(): void {
    this.#rest();
    this.#before = 0;
    this.#microphone?.close();
    this.#microphone = null;
  }
}
