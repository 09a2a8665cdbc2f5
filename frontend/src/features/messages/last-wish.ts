import type { Message } from '@hearth/contract';
import { DisconnectedError } from '@/realtime';

export interface LastWishPorts<T> {
  /** Resolves with the message as it is then. */
  send: (messageId: string, part: string, want: T) => Promise<Message>;
  acknowledge: (message: Message) => void;
  wanted: (messageId: string, part: string) => T | undefined;
  setWanted: (messageId: string, part: string, want: T | undefined) => void;
  /** There is no connection: keeps it until it is wanted again. Without this it is refused. */
  keep?: (messageId: string, part: string, want: T) => void;
}

/**
 * Reactions to messages, and votes: what is wanted of a part shows at once and is sent one after the other, so that the last click counts.
 * What is refused is taken back; what nobody could be told goes on showing while it is kept.
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
    let isKept = false;
    try {
      await this.#settle(messageId, part);
    } catch (error) {
      isKept = error instanceof DisconnectedError && this.#keeps(messageId, part);
      if (!isKept) throw error;
    } finally {
      this.#busy.delete(key);
      if (!isKept) this.ports.setWanted(messageId, part, undefined);
    }
  }

  #keeps(messageId: string, part: string): boolean {
    const { keep, wanted } = this.ports;
    const want = wanted(messageId, part);
    if (want === undefined || !keep) return false;
    keep(messageId, part, want);
    return true;
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
