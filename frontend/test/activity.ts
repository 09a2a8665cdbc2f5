import { limits } from '@hearth/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';

/** Timers of so long, in milliseconds, are nobody's next step: heartbeats, tokens, the ends of requests, what is on no screen. */
const LONG = 30_000;
/** A page that waits for a moment, in milliseconds, waits for a shorter one here: how long it is changes nothing. */
const MOMENT = 2_000;
const HURRY = 20;
/** Typing ends by itself; nothing follows from it. */
const TYPING = limits.typingSeconds * 1_000;
/** What is done runs between the looks, on the same thread: a few of them see it all. */
const LOOK_EVERY = 2;
const LOOKS = 3;
const PATIENCE = 15_000;

/** Knows whether the page still has something to do: requests on their way, on either line, and timers that are soon due. */
export class Activity {
  readonly #pending = new Map<unknown, string>();

  /** Before the page's code is loaded. */
  watch(): void {
    const { fetch, setTimeout: setTimer, clearTimeout: clearTimer } = window;
    window.fetch = (input, options) => {
      const key = {};
      this.#pending.set(key, `${options?.method ?? 'GET'} ${typeof input === 'string' ? input : 'something'}`);
      return fetch(input, options).finally(() => this.#pending.delete(key));
    };
    const later = (run: () => void, ms = 0, ...args: never[]) => {
      const timer = setTimer(
        () => {
          this.#pending.delete(timer);
          Reflect.apply(run, undefined, args);
        },
        ms <= MOMENT ? ms / HURRY : ms,
      );
      if (ms < LONG && ms !== TYPING) this.#pending.set(timer, `a timer of ${ms} ms`);
      return timer;
    };
    window.setTimeout = Object.assign(later, setTimer);
    window.clearTimeout = (timer) => {
      this.#pending.delete(timer);
      clearTimer(timer);
    };
  }

  /** What is asked for over this socket is answered when it is, and by no clock. */
  heed(socket: Socket): Socket {
    const emit = socket.emitWithAck.bind(socket);
    socket.emitWithAck = (name, ...payload: unknown[]) => {
      const key = {};
      this.#pending.set(key, `an answer to ${name}`);
      return emit(name, ...payload).finally(() => this.#pending.delete(key));
    };
    return socket;
  }

  /** Resolves when nothing is to follow by itself. */
  async end(): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    for (let looks = 0; looks < LOOKS; looks = this.#pending.size === 0 ? looks + 1 : 0) {
      if (Date.now() > deadline) throw new Error(`The page does not come to rest: ${[...this.#pending.values()].join(', ')}`);
      await sleep(LOOK_EVERY);
    }
  }
}
