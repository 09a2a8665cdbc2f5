import type { Clock } from '@/api';

/** Others forget after 5 s; this leaves room for a slow network. */
const EVERY = 3_000;

export interface TypingSenderPorts {
  clock: Clock;
  send: (name: 'typing:start' | 'typing:stop', channelId: string) => void;
}

/** Tells the others about the own typing: at most every 3 s, and once when it ends. */
export class TypingSender {
  #channelId: string | null = null;
  #sentAt = 0;

  constructor(private readonly ports: TypingSenderPorts) {}

  notify(channelId: string): void {
    if (this.#channelId !== channelId) this.stop();
    const now = this.ports.clock.now();
    if (this.#channelId === channelId && now - this.#sentAt < EVERY) return;
    this.#channelId = channelId;
    this.#sentAt = now;
    this.ports.send('typing:start', channelId);
  }

  /** @param sent a message was sent, by which the others know already */
  stop(sent = false): void {
    if (this.#channelId === null) return;
    const isForgotten = this.ports.clock.now() - this.#sentAt > EVERY * 2;
    if (!sent && !isForgotten) this.ports.send('typing:stop', this.#channelId);
    this.#channelId = null;
  }
}
