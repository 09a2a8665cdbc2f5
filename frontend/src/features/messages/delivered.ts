import { isRefusal, type Clock } from '@/api';
import { DisconnectedError } from '@/realtime';

/** Positions are told together, at most so often, in milliseconds; and so much later again what got no answer. */
const EVERY = 250;
const AGAIN = 5_000;

interface Position {
  channelId: string;
  seq: number;
}

export interface DeliveredPorts {
  clock: Clock;
  /** How many positions the server takes at once. */
  most: number;
  emit: (positions: Position[]) => Promise<unknown>;
  /** Up to where a held channel came without a hole; undefined for one that is not held. */
  received: (channelId: string) => number | undefined;
  /** What the server knows. */
  delivered: (channelId: string) => number;
  /** Whether anybody is shown how far this user is. */
  isWatched: (channelId: string) => boolean;
  /** The server knows it now. */
  advance: (channelId: string, seq: number) => void;
}

/** Tells the server how far messages came to this device, so that their authors see it. */
export class DeliveredReporter {
  readonly #changed = new Set<string>();
  /** Channels that are not held: up to where their events came, one by one. */
  readonly #heard = new Map<string, number>();
  #cancelTimer: (() => void) | null = null;

  constructor(private readonly ports: DeliveredPorts) {}

  /** A held conversation changed. */
  note(channelId: string): void {
    this.#changed.add(channelId);
    this.#cancelTimer ??= this.ports.clock.after(EVERY, () => {
      this.#cancelTimer = null;
      this.#report();
    });
  }

  /** A new message came, be its channel held or not. */
  hear(channelId: string, seq: number): void {
    if (seq === Math.max(this.#heard.get(channelId) ?? 0, this.ports.delivered(channelId)) + 1) this.#heard.set(channelId, seq);
    this.note(channelId);
  }

  /** After `ready`: what was not held went unheard during the break. */
  resume(held: readonly string[]): void {
    this.#heard.clear();
    for (const channelId of held) this.note(channelId);
  }

  reset(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#changed.clear();
    this.#heard.clear();
  }

  #report(): void {
    const positions = [...this.#changed].flatMap((channelId) => this.#position(channelId));
    this.#changed.clear();
    for (const { channelId } of positions.splice(this.ports.most)) this.note(channelId);
    if (positions.length === 0) return;
    this.ports.emit(positions).then(
      () => positions.forEach(({ channelId, seq }) => this.ports.advance(channelId, seq)),
      (error: unknown) => this.#notTold(positions, error),
    );
  }

  /** A refusal is final, and after a break the next `ready` tells it. */
  #notTold(positions: readonly Position[], error: unknown): void {
    if (isRefusal(error) || error instanceof DisconnectedError) return;
    this.ports.clock.after(AGAIN, () => positions.forEach(({ channelId }) => this.note(channelId)));
  }

  #position(channelId: string): Position[] {
    const seq = this.ports.received(channelId) ?? this.#heard.get(channelId) ?? 0;
    return seq > this.ports.delivered(channelId) && this.ports.isWatched(channelId) ? [{ channelId, seq }] : [];
  }
}
