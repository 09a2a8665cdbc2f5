import type {
  ClientData,
  ClientEventName,
  ClientRequest,
  Problem,
  ServerEventEntry,
  ServerPayload,
  SingleServerEventName,
} from '@hearth/contract';
import { ApiError, type Clock } from '@/api';
import { DisconnectedError, TimeoutError } from './errors';
import { type EventHandlers, handle } from './handlers';
import type { Wire, WireListeners } from './wire';

/** `ready`: connected, and the server's `ready` was handled. */
export type RealtimeState = 'idle' | 'connecting' | 'ready' | 'waiting';

export interface RealtimePorts {
  clock: Clock;
  random: () => number;
  createWire: (listeners: WireListeners) => Wire;
  /** A token for the next attempt; null when nobody is signed in. */
  token: () => Promise<string | null>;
  /** The server refused the token as no longer good. */
  refreshToken: () => Promise<unknown>;
  /** Runs all handlers of one frame, so that the screen changes once. */
  batch: (run: () => void) => void;
  /** A handler threw. The events behind it are handled all the same. */
  report: (error: unknown) => void;
}

const ACKNOWLEDGE_WITHIN = 10_000;
const VERIFY_WITHIN = 5_000;
/** From the attempt to the server's `ready`. */
const READY_WITHIN = 20_000;
const BACKOFF = { first: 500, most: 15_000 };

/**
 * The connection: attempts with growing, jittered pauses, events in the order in which they came, and acknowledgements as promises.
 * Events of a connection wait for its `ready`, since they are changes to what `ready` says.
 */
export class Realtime {
  #state: RealtimeState = 'idle';
  #handlers: EventHandlers | null = null;
  #waiting: ServerEventEntry[] | null = null;
  #failures = 0;
  #cancelTimer: () => void = () => undefined;
  /** Raised by every attempt, so that what an earlier one left behind is recognised. */
  #attempt = 0;
  readonly #listeners = new Set<(state: RealtimeState) => void>();
  readonly #wire: Wire;

  constructor(private readonly ports: RealtimePorts) {
    this.#wire = ports.createWire({
      onDisconnect: () => this.#broken(),
      onRefused: (data) => this.#refused(data),
      onEvents: (events) => this.#receive(events),
    });
  }

  get state(): RealtimeState {
    return this.#state;
  }

  onState(listener: (state: RealtimeState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(handlers: EventHandlers): void {
    this.#handlers = handlers;
    this.#failures = 0;
    this.#open();
  }

  stop(): void {
    this.#handlers = null;
    this.#attempt += 1;
    this.#cancelTimer();
    this.#setState('idle');
    this.#wire.close();
  }

  /** Ends the wait for the next attempt. */
  retryNow(): void {
    if (this.#state !== 'waiting') return;
    this.#failures = 0;
    this.#open();
  }

  /** The network changed, or the machine slept: a connection that looks whole may be dead, which pings show only after most of a minute. */
  verify(): void {
    if (this.#state !== 'ready') return this.retryNow();
    const attempt = this.#attempt;
    this.#wire.send('presence:update', {}, VERIFY_WITHIN).catch((error: unknown) => {
      if (error instanceof TimeoutError && attempt === this.#attempt) this.#broken();
    });
  }

  /** Sends and waits for the acknowledgement. Rejects with ApiError, TimeoutError or DisconnectedError. */
  async emit<N extends ClientEventName>(name: N, payload: ClientRequest<N>, timeout = ACKNOWLEDGE_WITHIN): Promise<ClientData<N>> {
    if (this.#state !== 'ready') throw new DisconnectedError('There is no connection');
    const answer = await this.#wire.send(name, payload, timeout);
    if (!answer.ok) throw new ApiError(answer.error);
    return answer.data;
  }

  #open(): void {
    const attempt = (this.#attempt += 1);
    this.#waiting = [];
    this.#setState('connecting');
    this.#cancelTimer();
    this.#cancelTimer = this.ports.clock.after(READY_WITHIN, () => this.#broken());
    this.ports.token().then(
      (token) => {
        if (attempt !== this.#attempt) return;
        if (token === null) this.stop();
        else this.#wire.open(token);
      },
      () => attempt === this.#attempt && this.#broken(),
    );
  }

  #receive(events: ServerEventEntry[]): void {
    const handlers = this.#handlers;
    if (!handlers) return;
    const due = this.#waiting === null ? events : this.#afterReady(this.#waiting, events);
    if (due.length === 0) return;
    this.ports.batch(() => {
      for (const [name, payload] of due) this.#handle(handlers, name, payload);
    });
    if (this.#state === 'connecting') this.#connected();
  }

  #handle<N extends SingleServerEventName>(handlers: EventHandlers, name: N, payload: ServerPayload<N>): void {
    try {
      handle(handlers, name, payload);
    } catch (error) {
      this.ports.report(error);
    }
  }

  /** Nothing until `ready` is there; then `ready`, what waited, and what follows. */
  #afterReady(waiting: ServerEventEntry[], events: ServerEventEntry[]): ServerEventEntry[] {
    waiting.push(...events);
    const ready = waiting.findIndex(([name]) => name === 'ready');
    if (ready < 0) return [];
    this.#waiting = null;
    return [...waiting.slice(ready, ready + 1), ...waiting.slice(0, ready), ...waiting.slice(ready + 1)];
  }

  #connected(): void {
    this.#cancelTimer();
    this.#failures = 0;
    this.#setState('ready');
  }

  #refused(data: unknown): void {
    const code = isProblem(data) ? data.code : null;
    // Once at once; if the new token is refused too, with a pause. Only the attempt to renew it tells this device that it is signed out.
    const isFirst = this.#failures === 0;
    if (code !== 'SESSION_ENDED' && !(code === 'UNAUTHENTICATED' && isFirst)) return this.#broken();
    const attempt = this.#attempt;
    this.#failures += 1;
    this.ports.refreshToken().then(
      () => attempt === this.#attempt && (isFirst ? this.#open() : this.#broken()),
      () => attempt === this.#attempt && this.#broken(),
    );
  }

  #broken(): void {
    if (this.#state === 'idle' || this.#state === 'waiting') return;
    this.#attempt += 1;
    this.#cancelTimer();
    this.#setState('waiting');
    this.#wire.close();
    const ceiling = Math.min(BACKOFF.most, BACKOFF.first * 2 ** this.#failures);
    this.#failures += 1;
    this.#cancelTimer = this.ports.clock.after(ceiling * (0.5 + this.ports.random() / 2), () => this.#open());
  }

  #setState(state: RealtimeState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

const isProblem = (data: unknown): data is Problem => typeof data === 'object' && data !== null && 'code' in data;
