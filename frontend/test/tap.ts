import type { ServerEventEntry, SingleServerEventName } from '@hearth/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';

const PATIENCE = 15_000;

type Listener = (name: string, payload: unknown) => void;

/** What becomes of a frame that came: `pass` lets events through to the app, alone or in an `events` frame. */
export type Passage = (frame: ServerEventEntry[], pass: (frame: ServerEventEntry[], wrapped?: boolean) => void) => void;

export const asSent: Passage = (frame, pass) => pass(frame);

/** A connection that died and does not know it yet. */
export const deaf: Passage = () => undefined;

/** Holds back what comes until all these names came, then passes all of it in one `events` frame. */
export function inOneFrame(names: readonly SingleServerEventName[]): Passage {
  const awaited = new Set<SingleServerEventName>(names);
  const held: ServerEventEntry[] = [];
  return (frame, pass) => {
    if (awaited.size === 0) return pass(frame);
    held.push(...frame);
    for (const [name] of frame) awaited.delete(name);
    if (awaited.size === 0) pass(held, true);
  };
}

/** Between the page's socket and everything that listens to it. */
export class Tap {
  passage: Passage = asSent;
  /** What reached the app. */
  passed: SingleServerEventName[] = [];
  #socket: Socket | null = null;
  #listener: Listener = () => undefined;

  /** Puts itself in front of whoever listens to all events of this socket. */
  onto(socket: Socket): Socket {
    const onAny = socket.onAny.bind(socket);
    this.#socket = socket;
    socket.onAny = (listener: Listener) => {
      this.#listener = listener;
      return onAny((name: string, payload: unknown) => {
        this.receive(name === 'events' ? (payload as ServerEventEntry[]) : [[name, payload] as ServerEventEntry]);
      });
    };
    return socket;
  }

  /** What the server sent, or would have. */
  receive(frame: ServerEventEntry[]): void {
    this.passage(frame, (passed, wrapped) => this.#pass(passed, wrapped));
  }

  /** Resolves when this event has reached the app. */
  async until(name: SingleServerEventName): Promise<void> {
    for (const deadline = Date.now() + PATIENCE; !this.passed.includes(name); await sleep(5))
      if (Date.now() > deadline) throw new Error(`No ${name} came; there were: ${this.passed.join(', ')}`);
  }

  /** The network ends, and nobody says goodbye. */
  cut(): void {
    this.#socket?.io.engine.close();
  }

  #pass(frame: ServerEventEntry[], wrapped = frame.length > 1): void {
    const [first] = frame;
    if (!first) return;
    this.passed.push(...frame.map(([name]) => name));
    if (wrapped) this.#listener('events', frame);
    else this.#listener(first[0], first[1]);
  }
}
