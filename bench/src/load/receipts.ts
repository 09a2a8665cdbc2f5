import { sentAt } from './text.ts';

interface Received {
  frame: Buffer;
  sentAt: number[];
  /** How many members it has not reached yet. */
  missing: number;
}

interface MessageNew {
  version: number;
  message: { seq: number; content: string };
}

type Entry = [name: string, payload: unknown];

const isMessage = (frame: Buffer): boolean => {
  const start = frame.toString('latin1', 0, 20);
  return start.startsWith('42["message:new",') || start.startsWith('42["events",');
};

/**
 * Checks that every member receives every message once and in order, and times the last of them.
 *
 * Each broadcast reaches every member in the same bytes. So the first copy is parsed, and checked to follow the one before it; every
 * other copy is compared with it byte by byte. That is as strict as parsing all of them, and cheap enough not to be what is measured.
 */
export class Receipts {
  /** Of each complete message, from sending to the last member, in milliseconds. */
  readonly latencies: number[] = [];
  /** When each of them was complete. */
  readonly completedAt: number[] = [];
  frames = 0;
  bytes = 0;
  fault: string | undefined;
  private readonly open: Received[] = [];
  /** The number of the first frame in `open`. */
  private first = 0;
  /** Of each member, the number of the frame that comes next. */
  private readonly next: number[];
  private lastSeq: number | undefined;

  constructor(members: number) {
    this.next = new Array<number>(members).fill(0);
  }

  receive(member: number, frame: Buffer): void {
    const number = this.next[member] ?? 0;
    const known = this.open[number - this.first];
    if (!known && !isMessage(frame)) return;
    if (known && !known.frame.equals(frame)) {
      if (isMessage(frame)) this.fault ??= `member ${member} got another frame than the others: ${frame.toString('utf8', 0, 200)}`;
      return;
    }
    const received = known ?? this.read(frame);
    this.frames += 1;
    this.bytes += frame.length;
    this.next[member] = number + 1;
    received.missing -= 1;
    if (received.missing === 0) this.complete(received);
  }

  private read(frame: Buffer): Received {
    const [name, body] = JSON.parse(frame.toString('utf8', 2)) as Entry;
    const entries = name === 'events' ? (body as Entry[]) : [[name, body] satisfies Entry];
    const times: number[] = [];
    for (const [entryName, payload] of entries) {
      if (entryName !== 'message:new') continue;
      const { message } = payload as MessageNew;
      if (this.lastSeq !== undefined && message.seq !== this.lastSeq + 1) this.fault ??= `seq ${message.seq} followed ${this.lastSeq}`;
      this.lastSeq = message.seq;
      times.push(sentAt(message.content));
    }
    // The frame itself is overwritten by the next read.
    const received = { frame: Buffer.from(frame), sentAt: times, missing: this.next.length };
    this.open.push(received);
    return received;
  }

  private complete(received: Received): void {
    if (this.open[0] !== received) this.fault ??= 'a frame was complete before the one before it';
    this.open.shift();
    this.first += 1;
    const at = performance.now();
    for (const time of received.sentAt) {
      this.latencies.push(at - time);
      this.completedAt.push(at);
    }
  }
}
