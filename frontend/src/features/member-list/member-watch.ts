import type { ClientRequest, MemberWindow, MemberWindowChange } from '@hearth/contract';
import { type Clock, hasCode } from '@/api';
import { applyMembersChanged, fromWindow, isPartOf, type MemberListPlace, type MemberPart } from './part';

export interface MemberWatchPorts {
  clock: Clock;
  /** Null: the server tells of nothing any more. */
  subscribe: (request: ClientRequest<'server:subscribe'>) => Promise<MemberWindow | null>;
  isConnected: () => boolean;
  get: () => MemberPart | null;
  set: (part: MemberPart | null) => void;
  setFailed: (failed: boolean) => void;
}

interface Part extends MemberListPlace {
  blocks: readonly number[];
}

/** Whoever scrolls on and on asks at most once in so many milliseconds. */
const EVERY = 120;
const RETRY = { first: 1_000, most: 15_000 };

/** Keeps the part of the member list that is on screen equal to the server's: asks for it, applies what is told of it, and asks again. */
export class MemberWatch {
  #wanted: Part | null = null;
  /** What the server tells of, as far as this page knows. */
  #told: Part | null = null;
  #version = 0;
  #busy = false;
  #failures = 0;
  #cancelTimer: (() => void) | null = null;

  constructor(private readonly ports: MemberWatchPorts) {}

  /** From now on this part is on screen; null: none. */
  want(part: Part | null): void {
    if (isSame(part, this.#wanted)) return;
    const isOther = part === null || this.#wanted === null || !isPartOf(part, this.#wanted);
    this.#wanted = part;
    if (part === null) this.ports.set(null);
    if (isOther) this.#begin();
    else this.#go();
  }

  receive(change: MemberWindowChange): void {
    const held = this.ports.get();
    if (!held || !isPartOf(held, change) || change.version <= this.#version) return;
    this.#version = change.version;
    this.ports.set(applyMembersChanged(held, change));
  }

  /** The connection is new: nobody tells it anything yet. */
  reconnected(): void {
    this.#told = null;
    this.#begin();
  }

  retry(): void {
    this.#begin();
  }

  /** At once, whatever failed before. */
  #begin(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#failures = 0;
    this.ports.setFailed(false);
    this.#go();
  }

  #go(): void {
    if (this.#busy || this.#cancelTimer || !this.ports.isConnected() || isSame(this.#wanted, this.#told)) return;
    this.#busy = true;
    void this.#ask(this.#wanted).finally(() => {
      this.#busy = false;
      if (!this.#cancelTimer && this.#failures === 0) this.#wait(EVERY);
    });
  }

  async #ask(part: Part | null): Promise<void> {
    const asked = part ?? this.#told;
    if (!asked) return;
    const { serverId, channelId } = asked;
    try {
      const window = await this.ports.subscribe({ serverId, channelId, blocks: part ? [...part.blocks] : [] });
      this.#told = part;
      this.#failures = 0;
      if (part && window) this.#take(part, window);
    } catch (error) {
      if (isSame(part, this.#wanted)) this.#failed(part, error);
    }
  }

  #take(part: Part, window: MemberWindow): void {
    this.#version = window.version;
    // Somebody has turned to another list in the meantime.
    if (!this.#wanted || this.#wanted.serverId !== part.serverId) return;
    this.ports.set(fromWindow(part, window));
    this.ports.setFailed(false);
  }

  #failed(part: Part | null, error: unknown): void {
    this.#failures += 1;
    // A break of the connection is told where it concerns everything, and ends with `reconnected`.
    if (!this.ports.isConnected()) return;
    if (part) this.ports.setFailed(true);
    if (!hasCode(error, 'NOT_FOUND')) this.#wait(Math.min(RETRY.most, RETRY.first * 2 ** this.#failures));
  }

  #wait(ms: number): void {
    this.#cancelTimer = this.ports.clock.after(ms, () => {
      this.#cancelTimer = null;
      this.#go();
    });
  }
}

const isSame = (one: Part | null, other: Part | null): boolean =>
  one === other || (one !== null && other !== null && isPartOf(one, other) && one.blocks.join() === other.blocks.join());
