import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { RawSocket } from './raw-socket.ts';
import { Receipts } from './receipts.ts';
import { stampedText } from './text.ts';

export interface Members {
  url: string;
  tokens: string[];
  channelId: string;
  compress: boolean;
}

export interface Outcome {
  /** From sending to the last member, in milliseconds, of the messages that were complete while it was measured. */
  latencies: Float64Array;
  /** Messages that were complete in a second. */
  messagesPerSecond: number;
  /** All that were sent, acknowledged and received by everybody, also while warming up and running out. */
  sent: number;
  acknowledged: number;
  complete: number;
  frames: number;
  bytes: number;
}

export interface Span {
  warmUp: number;
  seconds: number;
}

const CONNECTING_AT_ONCE = 32;
const RUN_OUT = 20_000;
const QUIET = 400;

/** The members of one channel, all connected: some of them send, all of them receive. */
export class Audience {
  private readonly sockets: RawSocket[];
  private readonly channelId: string;
  private lastEventAt = 0;
  private turn = 0;
  private sent = 0;
  private acknowledged = 0;
  private refusal: string | undefined;

  private constructor(sockets: RawSocket[], channelId: string) {
    this.sockets = sockets;
    this.channelId = channelId;
    this.ignore();
  }

  static async connect({ url, tokens, channelId, compress }: Members): Promise<Audience> {
    const sockets: RawSocket[] = [];
    const queue = tokens.entries();
    const connectSome = async (): Promise<void> => {
      for (const [index, token] of queue) sockets[index] = await RawSocket.connect({ url, token, compress });
    };
    await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, connectSome));
    const audience = new Audience(sockets, channelId);
    await audience.quiet();
    return audience;
  }

  /** Of those who are connected already. */
  static of(sockets: RawSocket[], channelId: string): Audience {
    return new Audience(sockets, channelId);
  }

  get size(): number {
    return this.sockets.filter((socket) => socket.isOpen).length;
  }

  async close(): Promise<void> {
    await Promise.all(this.sockets.map((socket) => socket.close()));
  }

  /** One message after another at even distances, whatever becomes of them. */
  paced(rate: number, span: Span): Promise<Outcome> {
    return this.measure(span, async (until) => {
      const start = performance.now();
      for (let index = 0; performance.now() < until; index += 1) {
        await sleep(Math.max(0, start + (index * 1_000) / rate - performance.now()));
        this.send(() => undefined);
      }
    });
  }

  /** A number of messages under way at any time: each acknowledgement sends the next one. */
  closedLoop(underWay: number, span: Span): Promise<Outcome> {
    return this.measure(span, async (until) => {
      const loop = (resolve: () => void): void => {
        if (performance.now() < until) this.send(() => loop(resolve));
        else resolve();
      };
      await Promise.all(Array.from({ length: underWay }, () => new Promise<void>(loop)));
    });
  }

  /** One after the other; returns the milliseconds from sending to the acknowledgement. */
  async oneByOne(count: number): Promise<Float64Array> {
    const times = new Float64Array(count);
    for (let index = 0; index < count; index += 1) {
      const start = performance.now();
      await new Promise<void>((resolve) => this.send(resolve));
      times[index] = performance.now() - start;
    }
    if (this.refusal) throw new Error(this.refusal);
    return times;
  }

  private async measure(span: Span, sendUntil: (until: number) => Promise<void>): Promise<Outcome> {
    [this.sent, this.acknowledged] = [0, 0];
    const receipts = new Receipts(this.sockets.length);
    this.sockets.forEach((socket, member) => (socket.onEvent = (frame) => receipts.receive(member, frame)));
    const from = performance.now() + span.warmUp * 1_000;
    const until = from + span.seconds * 1_000;
    await sendUntil(until);
    await this.runOut(receipts);
    this.ignore();
    this.check(receipts);
    return this.within(receipts, from, until, span.seconds);
  }

  private within(receipts: Receipts, from: number, until: number, seconds: number): Outcome {
    const latencies = Float64Array.from(receipts.latencies.filter((_, index) => isWithin(receipts.completedAt[index], from, until)));
    return {
      latencies,
      messagesPerSecond: latencies.length / seconds,
      sent: this.sent,
      acknowledged: this.acknowledged,
      complete: receipts.latencies.length,
      frames: receipts.frames,
      bytes: receipts.bytes,
    };
  }

  private async runOut(receipts: Receipts): Promise<void> {
    const deadline = performance.now() + RUN_OUT;
    while (receipts.latencies.length < this.sent || this.acknowledged < this.sent) {
      if (receipts.fault || this.refusal || performance.now() > deadline) return;
      await sleep(10);
    }
  }

  private check({ fault, latencies }: Receipts): void {
    const { sent, acknowledged, refusal } = this;
    if (fault ?? refusal) throw new Error(fault ?? refusal);
    if (sent !== acknowledged || sent !== latencies.length)
      throw new Error(
        `of ${sent} messages ${acknowledged} were acknowledged and ${latencies.length} reached all ${this.sockets.length} members`,
      );
  }

  private send(acknowledged: () => void): void {
    const socket = this.sockets[this.turn % this.sockets.length];
    this.turn += 1;
    this.sent += 1;
    socket?.emit('message:send', { channelId: this.channelId, content: stampedText(), nonce: randomUUID() }, (ok, answer) => {
      if (ok) this.acknowledged += 1;
      else this.refusal ??= `a message was refused: ${answer()}`;
      acknowledged();
    });
  }

  private ignore(): void {
    for (const socket of this.sockets) socket.onEvent = () => (this.lastEventAt = performance.now());
  }

  /** What connecting set off (presences) has arrived. */
  private async quiet(): Promise<void> {
    this.lastEventAt = performance.now();
    while (performance.now() - this.lastEventAt < QUIET) await sleep(QUIET / 4);
  }
}

const isWithin = (time: number | undefined, from: number, until: number): boolean => time !== undefined && time >= from && time < until;
