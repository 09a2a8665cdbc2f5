import type { Message, Problem } from '@hearth/contract';
import { ApiError, type Clock } from '@/api';
import { DisconnectedError } from '@/realtime';
import { isComplete, isPendingMessage, type PendingMessage } from './pending-message';

/** Keeps what is not sent yet beyond the life of the page. */
export interface OutboxStorage {
  /** What lies there, whoever put it there. */
  load: () => Promise<unknown[]>;
  put: (pending: PendingMessage) => void;
  remove: (nonce: string) => void;
}

export interface OutboxPorts {
  clock: Clock;
  newNonce: () => string;
  /** Resolves with the acknowledged message. Rejects with ApiError when refused, DisconnectedError when the connection broke. */
  send: (pending: PendingMessage) => Promise<Message>;
  isConnected: () => boolean;
  /** A message was acknowledged; when this returns, it is among the held ones. */
  acknowledged: (message: Message) => void;
  /** What is shown: in the order in which it was written. */
  publish: (pending: readonly PendingMessage[]) => void;
}

const TRIES = 5;
/** Milliseconds after the first try that nobody answered; doubled after every further one. */
const FIRST_PAUSE = 1_000;

/** The messages of one channel that wait, one after the other. */
interface Lane {
  /** The nonce that is on its way or waits for its next try. */
  current: string | null;
  /** The nonce that the tries were made for. */
  tried: string | null;
  tries: number;
  cancelPause: (() => void) | null;
}

/**
 * Messages on their way to the server. Of one channel, one at a time, so that tries keep the author's order; those that wait for their files
 * are overtaken. A message that nobody acknowledged is sent again under the same nonce: the server stores it once, however often it comes.
 */
export class Outbox {
  #pending: readonly PendingMessage[] = [];
  readonly #lanes = new Map<string, Lane>();
  #storage: OutboxStorage | null = null;

  constructor(private readonly ports: OutboxPorts) {}

  /** Starts for one account, with what it left behind. */
  async open(storage: OutboxStorage): Promise<void> {
    this.#storage = storage;
    await this.adopt();
  }

  /** Takes over what lies in the storage, for instance that of a tab that was closed. */
  async adopt(): Promise<void> {
    const storage = this.#storage;
    const stored = await storage?.load();
    if (!stored || storage !== this.#storage) return;
    const known = new Set(this.#pending.map(({ nonce }) => nonce));
    const whole = stored.filter(isPendingMessage);
    const adopted = whole.filter(({ nonce }) => !known.has(nonce)).sort((a, b) => a.createdAt - b.createdAt);
    if (adopted.length === 0) return;
    // They were written before what this tab has written meanwhile.
    this.#set([...adopted, ...this.#pending]);
    for (const pending of adopted) storage?.put(pending);
    this.resume();
  }

  close(): void {
    this.#storage = null;
    for (const lane of this.#lanes.values()) lane.cancelPause?.();
    this.#lanes.clear();
    this.#set([]);
  }

  /** Whether anything is on its way, or would be with a connection. */
  get isWaiting(): boolean {
    return this.#pending.some(({ state }) => state === 'pending');
  }

  /** @returns its nonce */
  add(channelId: string, content: string, more: Pick<PendingMessage, 'reply' | 'poll' | 'sticker' | 'files' | 'voice'> = {}): string {
    const { clock, newNonce } = this.ports;
    const nonce = newNonce();
    this.#enqueue({
      ...more,
      nonce,
      channelId,
      content,
      createdAt: clock.now(),
      state: 'pending',
      problem: null,
    });
    return nonce;
  }

  /** Files are on the server. A message goes once it has all of its own. @param ids by their keys */
  supply(nonce: string, ids: ReadonlyMap<string, string>): void {
    const pending = this.#find(nonce);
    if (!pending?.files) return;
    this.#replace({ ...pending, files: pending.files.map((file) => ({ ...file, id: ids.get(file.key) ?? file.id })) });
    this.#start(pending.channelId);
  }

  /** A message whose files cannot all be sent. */
  refuse(nonce: string, problem: Problem | null): void {
    const pending = this.#find(nonce);
    if (pending?.state === 'pending' && !isComplete(pending)) this.#replace({ ...pending, state: 'failed', problem });
  }

  /** Sends a failed message anew, behind what waits already. @param change what is other than it was */
  retry(nonce: string, change: Pick<PendingMessage, 'files'> & { reply?: null } = {}): void {
    const failed = this.#find(nonce);
    if (failed?.state !== 'failed') return;
    this.#set(without(this.#pending, nonce));
    this.#enqueue({ ...failed, ...change, state: 'pending', problem: null });
  }

  /** Only what failed, or waits for its files, can be taken back: anything else may have reached the server. */
  discard(nonce: string): void {
    const pending = this.#find(nonce);
    if (pending && (pending.state === 'failed' || !isComplete(pending))) this.#remove(nonce);
  }

  /** The message turned up among the channel's, whatever became of its acknowledgement. */
  confirm(nonce: string): void {
    const pending = this.#find(nonce);
    if (!pending) return;
    this.#remove(nonce);
    this.#next(pending.channelId, nonce);
  }

  /** The connection is there: what waited for it is sent, and what waited for its next try too. */
  resume(): void {
    for (const channelId of new Set(this.#pending.map((pending) => pending.channelId))) {
      const lane = this.#laneOf(channelId);
      if (lane.cancelPause) this.#endPause(lane);
      this.#start(channelId);
    }
  }

  /** A channel is gone, with all that was to be sent to it. */
  forget(channelId: string): void {
    this.#lanes.get(channelId)?.cancelPause?.();
    this.#lanes.delete(channelId);
    for (const pending of this.#pending) if (pending.channelId === channelId) this.#remove(pending.nonce);
  }

  #enqueue(pending: PendingMessage): void {
    this.#set([...this.#pending, pending]);
    this.#storage?.put(pending);
    this.#start(pending.channelId);
  }

  /** Sends the first that waits and has its files, unless one is on its way. */
  #start(channelId: string): void {
    const lane = this.#laneOf(channelId);
    if (lane.current !== null || !this.ports.isConnected()) return;
    const first = this.#pending.find((pending) => isReady(pending) && pending.channelId === channelId);
    if (!first) return;
    if (lane.tried !== first.nonce) Object.assign(lane, { tried: first.nonce, tries: 0 });
    lane.current = first.nonce;
    this.#try(lane, first);
  }

  #try(lane: Lane, pending: PendingMessage): void {
    this.ports.send(pending).then(
      (message) => {
        this.ports.acknowledged(message);
        this.confirm(pending.nonce);
      },
      (error: unknown) => this.#notSent(lane, pending, error),
    );
  }

  #notSent(lane: Lane, pending: PendingMessage, error: unknown): void {
    // Sent after all, or the account is another: nobody waits for this any more.
    if (lane.current !== pending.nonce || this.#lanes.get(pending.channelId) !== lane) return;
    if (error instanceof DisconnectedError || isSignedOut(error)) this.#waitForConnection(lane, pending);
    else if (error instanceof ApiError && error.code === 'RATE_LIMITED')
      this.#pause(lane, pending, (error.problem.retryAfter ?? 1) * 1_000);
    else if (error instanceof ApiError && error.problem.status < 500) this.#fail(pending, error.problem);
    else this.#tryAgain(lane, pending);
  }

  /** Not counted as a try: nobody could have answered. */
  #waitForConnection(lane: Lane, pending: PendingMessage): void {
    lane.current = null;
    // It may be back already, before this was noticed.
    if (this.ports.isConnected()) this.#pause(lane, pending, FIRST_PAUSE);
  }

  #tryAgain(lane: Lane, pending: PendingMessage): void {
    lane.tries += 1;
    if (lane.tries >= TRIES) this.#fail(pending, null);
    else this.#pause(lane, pending, FIRST_PAUSE * 2 ** (lane.tries - 1));
  }

  #pause(lane: Lane, pending: PendingMessage, ms: number): void {
    lane.current = pending.nonce;
    lane.cancelPause = this.ports.clock.after(ms, () => {
      this.#endPause(lane);
      this.#start(pending.channelId);
    });
  }

  #endPause(lane: Lane): void {
    lane.cancelPause?.();
    lane.cancelPause = null;
    lane.current = null;
  }

  #fail(pending: PendingMessage, problem: Problem | null): void {
    this.#replace({ ...pending, state: 'failed', problem });
    this.#next(pending.channelId, pending.nonce);
  }

  /** The one on its way is done with, in whatever way. */
  #next(channelId: string, nonce: string): void {
    const lane = this.#laneOf(channelId);
    if (lane.current === nonce) {
      lane.cancelPause?.();
      this.#lanes.delete(channelId);
    }
    this.#start(channelId);
  }

  #laneOf(channelId: string): Lane {
    const lane = this.#lanes.get(channelId) ?? { current: null, tried: null, tries: 0, cancelPause: null };
    this.#lanes.set(channelId, lane);
    return lane;
  }

  #find(nonce: string): PendingMessage | undefined {
    return this.#pending.find((pending) => pending.nonce === nonce);
  }

  #replace(pending: PendingMessage): void {
    this.#set(this.#pending.map((other) => (other.nonce === pending.nonce ? pending : other)));
    this.#storage?.put(pending);
  }

  #remove(nonce: string): void {
    this.#set(without(this.#pending, nonce));
    this.#storage?.remove(nonce);
  }

  #set(pending: readonly PendingMessage[]): void {
    if (pending.length === 0 && this.#pending.length === 0) return;
    this.#pending = pending;
    this.ports.publish(pending);
  }
}

const isReady = (pending: PendingMessage): boolean => pending.state === 'pending' && isComplete(pending);

const without = (list: readonly PendingMessage[], nonce: string) => list.filter((pending) => pending.nonce !== nonce);

/** The connection is about to end for the same reason, and comes back with a new token. */
const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.problem.status === 401;
