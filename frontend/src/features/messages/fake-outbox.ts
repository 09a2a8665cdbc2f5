import type { ErrorCode, Message, Problem } from '@hearth/contract';
import { ApiError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { TimeoutError } from '@/realtime';
import { buildMessage } from './fixtures';
import { Outbox, type OutboxStorage } from './outbox';
import type { PendingMessage } from './pending-message';

export const refusal = (code: ErrorCode, status: number, retryAfter?: number): ApiError => {
  const problem: Problem = {
    type: 'about:blank',
    title: '',
    status,
    code,
    detail: code,
    requestId: 'r',
    ...(retryAfter !== undefined && { retryAfter }),
  };
  return new ApiError(problem);
};

/** How a try ends; `store` does what the server does. */
type Fate = (store: () => Message) => Promise<Message>;

/** A server that stores by nonce, behind a connection that can break, swallow and refuse. */
class Server {
  readonly stored: Message[] = [];
  /** What was tried, in order. */
  readonly tries: string[] = [];
  isConnected = true;
  /** How the next tries end; without one they are acknowledged at once. */
  readonly fates: Fate[] = [];

  send({ nonce, content, channelId }: PendingMessage): Promise<Message> {
    this.tries.push(content);
    const store = () => {
      const known = this.stored.find((message) => message.nonce === nonce);
      if (known) return known;
      const message = buildMessage({ seq: this.stored.length + 1, channelId, content, nonce });
      this.stored.push(message);
      return message;
    };
    return (this.fates.shift() ?? (() => Promise.resolve(store())))(store);
  }
}

export class MemoryStorage implements OutboxStorage {
  readonly kept = new Map<string, PendingMessage>();
  load = () => Promise.resolve([...this.kept.values()]);
  put = (pending: PendingMessage) => void this.kept.set(pending.nonce, pending);
  remove = (nonce: string) => void this.kept.delete(nonce);
}

export const refuse =
  (error: Error): Fate =>
  () =>
    Promise.reject(error);

export const TIMEOUT = 10_000;

/** Everything around an outbox: time, server, storage and screen. */
export class OutboxWorld {
  readonly clock = new FakeClock();
  readonly server = new Server();
  readonly storage = new MemoryStorage();
  shown: readonly PendingMessage[] = [];
  readonly acknowledged: Message[] = [];
  #nonces = 0;

  /** Nobody answers; the socket gives up after its time. */
  readonly swallow: Fate = () => new Promise((_, reject) => this.clock.after(TIMEOUT, () => reject(new TimeoutError('no answer'))));

  /** Stored, but the answer is lost. */
  readonly loseAnswer: Fate = (store) => {
    store();
    return this.swallow(store);
  };

  newOutbox(): Outbox {
    return new Outbox({
      clock: this.clock,
      newNonce: () => `nonce-${(this.#nonces += 1)}`,
      send: (pending) => this.server.send(pending),
      isConnected: () => this.server.isConnected,
      acknowledged: (message) => this.acknowledged.push(message),
      publish: (pending) => (this.shown = pending),
    });
  }

  async opened(): Promise<Outbox> {
    const outbox = this.newOutbox();
    await outbox.open(this.storage);
    return outbox;
  }

  get stored(): string[] {
    return this.server.stored.map(({ content }) => content);
  }

  get states(): string[] {
    return this.shown.map(({ content, state }) => `${content}: ${state}`);
  }
}
