import { connect as openSocket, type Socket } from 'node:net';
import { WebSocket } from 'ws';

export interface Endpoint {
  /** Such as `http://127.0.0.1:3000`. */
  url: string;
  token: string;
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

/**
 * A Socket.IO client over a bare websocket, the same for every server that is measured. It takes frames apart no further than it must,
 * so that receiving costs little.
 */
export class RawSocket {
  /** Every event after `ready`, as it came. */
  onEvent: (frame: Buffer) => void = () => undefined;
  private readonly acknowledgements = new Map<number, Acknowledge>();
  private readonly websocket: WebSocket;
  private readonly tcp: () => Socket | undefined;
  private nextId = 0;

  private constructor(websocket: WebSocket, tcp: () => Socket | undefined) {
    this.websocket = websocket;
    this.tcp = tcp;
  }

  /**
   * Resolves when `ready` has come.
   *
   * @param compress offers compression, as browsers do
   */
  static async connect({ url, token }: Endpoint, { compress = false } = {}): Promise<RawSocket> {
    let tcp: Socket | undefined;
    const websocket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: compress,
      skipUTF8Validation: true,
      createConnection: ((options: { host: string; port: number }) => (tcp = openSocket(options))) as never,
    });
    const socket = new RawSocket(websocket, () => tcp);
    await socket.untilReady(token);
    return socket;
  }

  /** Bytes that have come over the wire, the handshake's included. */
  get bytesRead(): number {
    return this.tcp()?.bytesRead ?? 0;
  }

  get isOpen(): boolean {
    return this.websocket.readyState === WebSocket.OPEN;
  }

  /** @param acknowledge gets whether the server accepted the event */
  emit(name: string, payload: unknown, acknowledge: (ok: boolean, answer: () => string) => void): void {
    const id = this.nextId;
    this.nextId += 1;
    this.acknowledgements.set(id, (frame, bodyAt) => {
      const ok = frame.compare(OK, 0, OK.length, bodyAt, bodyAt + OK.length) === 0;
      acknowledge(ok, () => frame.toString('utf8', bodyAt));
    });
    this.websocket.send(`42${id}${JSON.stringify([name, payload])}`);
  }

  close(): Promise<void> {
    if (this.websocket.readyState === WebSocket.CLOSED) return Promise.resolve();
    const closed = new Promise<void>((resolve) => this.websocket.once('close', () => resolve()));
    this.websocket.terminate();
    return closed;
  }

  private untilReady(token: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail('no ready in time'), PATIENCE);
      const fail = (reason: string): void => {
        clearTimeout(timer);
        this.websocket.terminate();
        reject(new Error(reason));
      };
      this.websocket.on('error', ({ message }) => fail(message));
      this.websocket.once('close', () => fail('closed'));
      this.websocket.on('message', (frame: Buffer) => this.receive(frame, token, resolve, fail));
      this.onReady = () => clearTimeout(timer);
    });
  }

  private onReady: () => void = () => undefined;

  private receive(frame: Buffer, token: string, ready: () => void, fail: (reason: string) => void): void {
    const [kind, packet] = frame;
    if (kind === PING) this.websocket.send('3');
    else if (kind === OPEN) this.websocket.send(`40${JSON.stringify({ token })}`);
    else if (kind !== MESSAGE || packet === CONNECT) return;
    else if (packet === EVENT) this.event(frame, ready);
    else if (packet === ACKNOWLEDGEMENT) this.acknowledged(frame);
    else if (packet === CONNECT_ERROR) fail(frame.toString());
  }

  private event(frame: Buffer, ready: () => void): void {
    if (frame.compare(READY, 0, READY.length, 0, READY.length) !== 0) return this.onEvent(frame);
    this.onReady();
    ready();
  }

  private acknowledged(frame: Buffer): void {
    const bodyAt = frame.indexOf('[');
    const id = Number(frame.toString('latin1', 2, bodyAt));
    const acknowledge = this.acknowledgements.get(id);
    this.acknowledgements.delete(id);
    acknowledge?.(frame, bodyAt);
  }
}
