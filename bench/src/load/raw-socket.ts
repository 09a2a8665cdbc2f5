import { FrameSocket } from './frame-socket.ts';

export interface Endpoint {
  /** Such as `http://127.0.0.1:3000`. */
  url: string;
  token: string;
  /** Offers compression, as browsers do. */
  compress: boolean;
}

type Acknowledge = (frame: Buffer, bodyAt: number) => void;

// Engine.IO 4 packet types, and behind a message the Socket.IO 5 packet type.
const code = (character: string): number => character.charCodeAt(0);
const OPEN = code('0');
const PING = code('2');
const MESSAGE = code('4');
const CONNECT = code('0');
const EVENT = code('2');
const ACKNOWLEDGEMENT = code('3');
const CONNECT_ERROR = code('4');

const READY = Buffer.from('42["ready"');
const OK = Buffer.from('[{"ok":true');
const PATIENCE = 30_000;

/** A Socket.IO client over a bare websocket, the same for every server that is measured. It takes frames apart no further than it must. */
export class RawSocket {
  /** Every event after `ready`, as it came; the frame is only good until this returns. */
  onEvent: (frame: Buffer) => void = () => undefined;
  private readonly acknowledgements = new Map<number, Acknowledge>();
  private readonly socket: FrameSocket;
  private nextId = 0;

  private constructor(socket: FrameSocket) {
    this.socket = socket;
  }

  /** Resolves when `ready` has come. */
  static connect({ url, token, compress }: Endpoint): Promise<RawSocket> {
    const socket = new FrameSocket(new URL('/socket.io/?EIO=4&transport=websocket', url), compress);
    return new Promise((resolve, reject) => {
      const raw = new RawSocket(socket);
      const timer = setTimeout(() => fail('no ready in time'), PATIENCE);
      const fail = (reason: string): void => {
        clearTimeout(timer);
        void socket.close();
        reject(new Error(`connecting: ${reason}`));
      };
      const ready = (): void => {
        clearTimeout(timer);
        resolve(raw);
      };
      socket.onClosed = fail;
      socket.onText = (frame) => raw.receive(frame, token, ready, fail);
    });
  }

  /** Bytes that have come over the wire, the handshake's included. */
  get bytesRead(): number {
    return this.socket.bytesRead;
  }

  get isOpen(): boolean {
    return this.socket.isConnected;
  }

  /** @param acknowledge gets whether the server accepted the event */
  emit(name: string, payload: unknown, acknowledge: (ok: boolean, answer: () => string) => void): void {
    const id = this.nextId;
    this.nextId += 1;
    this.acknowledgements.set(id, (frame, bodyAt) => {
      const ok = frame.compare(OK, 0, OK.length, bodyAt, bodyAt + OK.length) === 0;
      acknowledge(ok, () => frame.toString('utf8', bodyAt));
    });
    this.socket.send(`42${id}${JSON.stringify([name, payload])}`);
  }

  close(): Promise<void> {
    return this.socket.close();
  }

  private receive(frame: Buffer, token: string, ready: () => void, fail: (reason: string) => void): void {
    const [kind, packet] = frame;
    if (kind === PING) this.socket.send('3');
    else if (kind === OPEN) this.socket.send(`40${JSON.stringify({ token })}`);
    else if (kind !== MESSAGE || packet === CONNECT) return;
    else if (packet === ACKNOWLEDGEMENT) this.acknowledged(frame);
    else if (packet === CONNECT_ERROR) fail(frame.toString());
    else if (packet === EVENT && startsWith(frame, READY)) ready();
    else if (packet === EVENT) this.onEvent(frame);
  }

  private acknowledged(frame: Buffer): void {
    const bodyAt = frame.indexOf('[');
    const id = Number(frame.toString('latin1', 2, bodyAt));
    const acknowledge = this.acknowledgements.get(id);
    this.acknowledgements.delete(id);
    acknowledge?.(frame, bodyAt);
  }
}

const startsWith = (frame: Buffer, start: Buffer): boolean => frame.compare(start, 0, start.length, 0, start.length) === 0;
