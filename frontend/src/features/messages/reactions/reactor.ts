import type { Message } from '@hearth/contract';

export interface ReactorPorts {
  /** Resolves with the message as it is then. */
  send: (messageId: string, emoji: string, want: boolean) => Promise<Message>;
  acknowledge: (message: Message) => void;
  wanted: (messageId: string, emoji: string) => boolean | undefined;
  setWanted: (messageId: string, emoji: string, want: boolean | undefined) => void;
}

/**
 * Reacts to messages: what is wanted shows at once and is sent one after the other, so that the last click counts. What is refused is
 * taken back.
 */
export class Reactor {
  readonly #busy = new Set<string>();

  constructor(private readonly ports: ReactorPorts) {}

  /** @throws what the server refuses with */
  async want(messageId: string, emoji: string, want: boolean): Promise<void> {
    this.ports.setWanted(messageId, emoji, want);
    const key = `${messageId} ${emoji}`;
    if (this.#busy.has(key)) return;
    this.#busy.add(key);
    try {
      await this.#settle(messageId, emoji);
    } finally {
      this.#busy.delete(key);
      this.ports.setWanted(messageId, emoji, undefined);
    }
  }

  async #settle(messageId: string, emoji: string): Promise<void> {
    for (let sent: boolean | undefined; ;) {
      const want = this.ports.wanted(messageId, emoji);
      if (want === undefined || want === sent) return;
      sent = want;
      this.ports.acknowledge(await this.ports.send(messageId, emoji, want));
    }
  }
}
