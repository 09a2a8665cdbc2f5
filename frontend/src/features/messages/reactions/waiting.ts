import { ApiError, type Clock } from '@/api';
import { TimeoutError } from '@/realtime';
import type { KeptWish, WishTable } from '@/features/offline';

export interface WaitingPorts {
  clock: Clock;
  /** Shows it, and resolves when the server has it, or when it waits again. Rejects when it is refused. */
  want: (wish: KeptWish) => Promise<void>;
  show: (wish: KeptWish) => void;
  isConnected: () => boolean;
  /** What of all that waited the server does not take. */
  refused: (errors: readonly unknown[]) => void;
}

/** Reactions that were wanted without a connection: the last wish for each, also of a page that is gone. */
export class WaitingReactions {
  readonly #wishes = new Map<string, KeptWish>();
  #table: WishTable | null = null;
  #isSending = false;

  constructor(private readonly ports: WaitingPorts) {}

  /** Starts for one account, with what it left behind. */
  async open(table: WishTable): Promise<void> {
    this.#table = table;
    const kept = await table.load();
    if (this.#table !== table) return;
    for (const wish of kept) {
      if (this.#wishes.has(keyOf(wish))) continue;
      this.#wishes.set(keyOf(wish), wish);
      this.ports.show(wish);
    }
    await this.resume();
  }

  close(): void {
    this.#table = null;
    this.#wishes.clear();
  }

  add(wish: KeptWish): void {
    this.#wishes.set(keyOf(wish), wish);
    this.#table?.put(wish);
  }

  /** The connection is there: what waited is sent, one after the other. */
  async resume(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    const errors: unknown[] = [];
    for (let wish = this.#next(); wish; wish = this.#next()) {
      const error = await this.#send(wish);
      if (error) errors.push(error);
      // The connection broke again.
      if (this.#wishes.has(keyOf(wish))) break;
    }
    this.#isSending = false;
    if (errors.length > 0) this.ports.refused(errors);
  }

  #next(): KeptWish | undefined {
    return this.ports.isConnected() ? this.#wishes.values().next().value : undefined;
  }

  /** @returns why the server does not take it */
  async #send(wish: KeptWish): Promise<unknown> {
    const table = this.#table;
    this.#wishes.delete(keyOf(wish));
    for (;;) {
      try {
        await this.ports.want(wish);
        // Without a connection it is among them anew.
        if (!this.#wishes.has(keyOf(wish))) table?.remove(wish);
        return undefined;
      } catch (error) {
        const pause = pauseOf(error);
        if (pause === null || table !== this.#table) return this.#drop(wish, error, table);
        this.ports.show(wish);
        await new Promise<void>((resolve) => this.ports.clock.after(pause, resolve));
      }
    }
  }

  #drop(wish: KeptWish, error: unknown, table: WishTable | null): unknown {
    if (table !== this.#table) return undefined;
    table?.remove(wish);
    return error;
  }
}

const keyOf = ({ messageId, emoji }: KeptWish): string => `${messageId} ${emoji}`;

/** In milliseconds, how long to wait before it is tried again; null where the server has decided. */
function pauseOf(error: unknown): number | null {
  if (error instanceof TimeoutError) return 1_000;
  if (!(error instanceof ApiError)) return null;
  if (error.code === 'RATE_LIMITED') return (error.problem.retryAfter ?? 1) * 1_000;
  // The connection is about to end for the same reason, and comes back with a new token.
  return error.problem.status === 401 ? 1_000 : null;
}
