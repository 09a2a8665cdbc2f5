import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { deflated, inflated, MAX_WINDOW_BITS } from './deflate.ts';

// RFC 6455, section 5.2.
const FINAL = 0x80;
const COMPRESSED = 0x40;
const OPCODE = 0x0f;
const TEXT = 1;
const CLOSE = 8;
const LENGTH = 0x7f;
const MASKED = 0x80;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;
const MASK = 4;

const END_OF_HEAD = '\r\n\r\n';
const EXTENSION = 'permessage-deflate';

/**
 * Into which all sockets read: what has come is used up before the next read. A client of any library makes a new buffer for each read
 * and each frame, which costs more than everything else about receiving.
 */
const arrival = Buffer.allocUnsafeSlow(1_024 * 1_024);

/** A websocket client that does no more than a load generator needs: whole text frames, compressed where the server agrees to it. */
export class FrameSocket {
  /** The frame is only good until this returns. */
  onText: (frame: Buffer) => void = () => undefined;
  onClosed: (reason: string) => void = () => undefined;
  private readonly socket: Socket;
  private rest: Buffer = Buffer.alloc(0);
  private isOpen = false;
  /** Of the compression that was agreed upon; 0 without. */
  private windowBits = 0;

  /** @param compress offers compression, as browsers do */
  constructor(url: URL, compress: boolean) {
    this.socket = connect({
      host: url.hostname,
      port: Number(url.port),
      noDelay: true,
      onread: { buffer: arrival, callback: (length) => this.take(arrival.subarray(0, length)) },
    });
    this.socket.once('error', ({ message }) => this.onClosed(message));
    this.socket.once('close', () => this.onClosed('closed'));
    this.socket.write(head(url, compress));
  }

  get isConnected(): boolean {
    return this.isOpen && !this.socket.destroyed;
  }

  get bytesRead(): number {
    return this.socket.bytesRead;
  }

  send(text: string): void {
    const payload = this.windowBits > 0 ? deflated(text, this.windowBits) : Buffer.from(text);
    const long = payload.length < TWO_BYTES ? 0 : 2;
    const frame = Buffer.allocUnsafe(2 + long + MASK + payload.length);
    frame[0] = FINAL | TEXT | (this.windowBits > 0 ? COMPRESSED : 0);
    frame[1] = MASKED | (long ? TWO_BYTES : payload.length);
    if (long) frame.writeUInt16BE(payload.length, 2);
    // A mask of zeros leaves the text as it is.
    frame.fill(0, 2 + long, 2 + long + MASK);
    payload.copy(frame, 2 + long + MASK);
    this.socket.write(frame);
  }

  close(): Promise<void> {
    if (this.socket.closed) return Promise.resolve();
    const closed = new Promise<void>((resolve) => this.socket.once('close', () => resolve()));
    this.socket.destroy();
    return closed;
  }

  private take(chunk: Buffer): true {
    let data = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    if (!this.isOpen) data = this.takeHead(data);
    for (let frame = frameOf(data); this.isOpen && frame; frame = frameOf(data)) {
      this.handle(frame.kind, data.subarray(frame.start, frame.end));
      data = data.subarray(frame.end);
    }
    // A copy: the next read writes over it.
    this.rest = Buffer.from(data);
    return true;
  }

  private takeHead(data: Buffer): Buffer {
    const end = data.indexOf(END_OF_HEAD);
    if (end === -1) return data;
    const answer = data.toString('latin1', 0, end);
    this.isOpen = answer.startsWith('HTTP/1.1 101 ');
    this.windowBits = answer.includes(EXTENSION) ? Number(/client_max_window_bits=(\d+)/.exec(answer)?.[1] ?? MAX_WINDOW_BITS) : 0;
    if (!this.isOpen) this.socket.destroy(new Error(answer));
    return data.subarray(end + END_OF_HEAD.length);
  }

  private handle(kind: number, payload: Buffer): void {
    if (kind === (FINAL | TEXT)) this.onText(payload);
    else if (kind === (FINAL | TEXT | COMPRESSED)) this.onText(inflated(payload));
    else if ((kind & OPCODE) === CLOSE) this.socket.destroy();
    else this.socket.destroy(new Error(`a frame of kind ${kind}`));
  }
}

const head = ({ host, pathname, search }: URL, compress: boolean): string =>
  [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(compress ? [`Sec-WebSocket-Extensions: ${EXTENSION}; client_max_window_bits`] : []),
  ].join('\r\n') + END_OF_HEAD;

interface Frame {
  kind: number;
  start: number;
  end: number;
}

/** Where the first frame lies, if all of it is there. Servers do not mask. */
function frameOf(data: Buffer): Frame | undefined {
  if (data.length < 2) return undefined;
  const short = (data[1] ?? 0) & LENGTH;
  const start = short === EIGHT_BYTES ? 10 : short === TWO_BYTES ? 4 : 2;
  if (data.length < start) return undefined;
  const length = short === EIGHT_BYTES ? data.readUInt32BE(6) : short === TWO_BYTES ? data.readUInt16BE(2) : short;
  return data.length < start + length ? undefined : { kind: data[0] ?? 0, start, end: start + length };
}
