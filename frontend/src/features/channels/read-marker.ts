import type { ReadState } from '@hearth/contract';
import { isRefusal, type Clock } from '@/api';
import { DisconnectedError } from '@/realtime';
import { afterOwnMessage, markUnread, mergeReadState, readTo } from './read-state';

/** Reading tells the server at most so often, in milliseconds, for one channel; and so much later again what got no answer. */
const EVERY = 500;
const AGAIN = 5_000;

interface Mark {
  seq: number;
  unread: boolean;
}

/** Keeps what the server does not know yet beyond the life of the page. */
export interface ReadStorage {
  load: () => Promise<(Mark & { channelId: string })[]>;
  put: (mark: Mark & { channelId: string }) => void;
  remove: (channelId: string) => void;
}

export interface ReadMarkerPorts {
  clock: Clock;
  emit: (payload: { channelId: string; seq: number; unread?: boolean }) => Promise<unknown>;
  get: (channelId: string) => ReadState;
  update: (channelId: string, change: (state: ReadState) => ReadState) => void;
  lastSeq: (channelId: string) => number;
  isConnected: () => boolean;
  /** Nobody reads in a tab that is not on screen. */
  isVisible: () => boolean;
}

const applyMark = ({ seq, unread }: Mark, state: ReadState): ReadState => (unread ? markUnread(state, seq) : readTo(state, seq));

/** Moves the own read positions: here at once, on the server throttled, and again after a break if it did not get through. */
export class ReadMarker {
  /** What the server is not known to know, by channel: also what is on its way. */
  readonly #due = new Map<string, Mark>();
  /** Channels about which something is on its way, or was a moment ago. */
  readonly #busy = new Set<string>();
  /** Channels that were marked unread while they are open, with their newest message of then: looking at them does not undo it. */
  readonly #pinned = new Map<string, number>();

  /** Channels whose mark lies in the storage. */
  readonly #kept = new Set<string>();
  #storage: ReadStorage | null = null;

  constructor(private readonly ports: ReadMarkerPorts) {}

  /** Starts for one account, with what was read while the server could not be told. */
  async open(storage: ReadStorage): Promise<void> {
    this.#storage = storage;
    const stored = await storage.load();
    if (storage !== this.#storage) return;
    for (const { channelId, seq, unread } of stored) {
      this.#kept.add(channelId);
      if (!this.#due.has(channelId)) this.#due.set(channelId, { seq, unread });
    }
    if (stored.length > 0 && this.ports.isConnected()) this.resume();
  }

  /** @param asked the person said so, rather than only had it on screen */
  markRead(channelId: string, seq: number, asked = false): void {
    const state = this.ports.get(channelId);
    if (seq <= state.lastReadSeq && state.markedUnreadSeq === null) return;
    const isSeen = seq > (this.#pinned.get(channelId) ?? 0) && this.ports.isVisible();
    if (!asked && !isSeen) return;
    this.#pinned.delete(channelId);
    this.#mark(channelId, { seq, unread: false });
  }

  markUnread(channelId: string, seq: number): void {
    this.#pinned.set(channelId, this.ports.lastSeq(channelId));
    this.#mark(channelId, { seq, unread: true });
  }

  /**
   * An own message was stored. The server moves the position over it only if it knows that all before was read, so it is told where it
   * may not have known yet.
   */
  wroteTo(channelId: string, seq: number): void {
    const before = this.ports.get(channelId);
    this.ports.update(channelId, (state) => afterOwnMessage(state, seq));
    const isMoved = this.ports.get(channelId).lastReadSeq > before.lastReadSeq;
    if (isMoved && (this.#due.has(channelId) || this.#busy.has(channelId))) this.#mark(channelId, { seq, unread: false });
  }

  /** The server told how far the user is: what it does not know yet still holds here. */
  told(state: ReadState): void {
    const mark = this.#due.get(state.channelId);
    this.ports.update(state.channelId, (held) => {
      const merged = mergeReadState(held, state);
      return mark ? applyMark(mark, merged) : merged;
    });
  }

  /** The channel is no longer open; the next look at it reads it. */
  left(channelId: string): void {
    this.#pinned.delete(channelId);
  }

  /** With `ready`: what the server does not know yet still holds here, and is sent, at the latest when the connection stands. */
  resume(): void {
    for (const [channelId, mark] of this.#due) {
      if (this.#isKnown(channelId, mark)) {
        this.#due.delete(channelId);
        this.#forget(channelId);
        continue;
      }
      this.ports.update(channelId, (state) => applyMark(mark, state));
      this.#send(channelId);
    }
  }

  /** The connection stands: what waited for it is sent. */
  tell(): void {
    for (const channelId of this.#due.keys()) this.#send(channelId);
  }

  reset(): void {
    this.#due.clear();
    this.#pinned.clear();
    this.#kept.clear();
    this.#storage = null;
  }

  /** Read further on another device since. */
  #isKnown(channelId: string, { seq, unread }: Mark): boolean {
    const { lastReadSeq, markedUnreadSeq } = this.ports.get(channelId);
    return !unread && lastReadSeq >= seq && markedUnreadSeq === null;
  }

  #keep(channelId: string, mark: Mark): void {
    this.#kept.add(channelId);
    this.#storage?.put({ channelId, ...mark });
  }

  #forget(channelId: string): void {
    if (this.#kept.delete(channelId)) this.#storage?.remove(channelId);
  }

  #mark(channelId: string, mark: Mark): void {
    this.ports.update(channelId, (state) => applyMark(mark, state));
    this.#due.set(channelId, mark);
    this.#send(channelId);
  }

  #send(channelId: string): void {
    const mark = this.#due.get(channelId);
    if (!mark || this.#busy.has(channelId)) return;
    if (!this.ports.isConnected()) return this.#keep(channelId, mark);
    this.#busy.add(channelId);
    const told = this.ports.emit({ channelId, seq: mark.seq, ...(mark.unread && { unread: true }) }).then(
      () => this.#settle(channelId, mark),
      (error: unknown) => this.#notSent(channelId, mark, error),
    );
    void Promise.all([told, this.#pause(EVERY)]).then(() => {
      this.#busy.delete(channelId);
      this.#send(channelId);
    });
  }

  #settle(channelId: string, mark: Mark): void {
    if (this.#due.get(channelId) !== mark) return;
    this.#due.delete(channelId);
    this.#forget(channelId);
  }

  /** A refusal is final. What did not get through goes again, where the connection is gone with the next one. */
  async #notSent(channelId: string, mark: Mark, error: unknown): Promise<void> {
    if (isRefusal(error)) return this.#settle(channelId, mark);
    const due = this.#due.get(channelId);
    if (due) this.#keep(channelId, due);
    if (!(error instanceof DisconnectedError)) await this.#pause(AGAIN);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.ports.clock.after(ms, resolve));
  }
}
