import type { Message } from '@hearth/contract';

export interface LastWishPorts<T> {
  /** Resolves with the message as it is then. */
  send: (messageId: string, part: string, want: T) => Promise<Message>;
  acknowledge: (message: Message) => void;
  wanted: (messageId: string, part: string) => T | undefined;
  setWanted: (messageId: string, part: string, want: T | undefined) => void;
}

/**
 * Reactions to messages, and votes: what is wanted of a part shows at once and is sent one after the other, so that the last click counts.
 * What is refused is taken back.
 */
export class LastWish<T> {
  readonly #busy = new Set<string>();

  constructor(private readonly ports: LastWishPorts<T>) {}

  /** @throws what the server refuses with */
  async want(messageId: string, part: string, want: T): Promise<void> {
    this.ports.setWanted(messageId, part, want);
    const key = `${messageId} ${part}`;
    if (this.#busy.has(key)) return;
    this.#busy.add(key);
    try {
      await this.#settle(messageId, part);
    } finally {
      this.#busy.delete(key);
      this.ports.setWanted(messageId, part, undefined);
    }
  }

  async #settle(messageId: string, part: string): Promise<void> {
    for (let sent: T | undefined; ;) {
      const want = this.ports.wanted(messageId, part);
      if (want === undefined || want === sent) return;
      sent = want;
      this.ports.acknowledge(await this.ports.send(messageId, part, want));
    }
  }
}
