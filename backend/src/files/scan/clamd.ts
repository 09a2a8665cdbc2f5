import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { ClamdConfig } from '../../config/app-config.js';

/** Milliseconds without a byte in either direction; clamd itself ends a scan after two minutes. */
const PATIENCE = 150_000;
/** As ClamAV calls what is more than its limits. */
const TOO_LARGE = 'Heuristics.Limits.Exceeded.StreamMaxLength';

/** How often a file is sent that clamd hangs up on. */
const TRIES = 3;

const HUNG_UP = new Set(['EPIPE', 'ECONNRESET']);

/** It is not there, or does not know what to say. */
export class ClamdError extends Error {}

/** It took no more of what was sent. */
class HungUpError extends ClamdError {}

/** The daemon of ClamAV, by its own protocol: https://docs.clamav.net/manual/Usage/Scanning.html#clamd and clamd(8). */
export class Clamd {
  constructor(private readonly address: ClamdConfig) {}

  /**
   * @param open the bytes, from the beginning each time
   * @returns what was found, or null. What is more than clamd takes is found too: nobody has looked into it
   * @throws ClamdError
   */
  async scan(open: () => Promise<Readable>): Promise<string | null> {
    const reply = await this.instream(open);
    if (reply === 'stream: OK') return null;
    const [, threat] = /^stream: (.+) FOUND$/.exec(reply) ?? [];
    if (threat !== undefined) return threat;
    if (reply.includes('size limit exceeded')) return TOO_LARGE;
    throw new ClamdError(`clamd answered: ${reply}`);
  }

  /** Such as `ClamAV 1.4.3/27500/Mon Jan 5 10:00:00 2026`, with the version and the day of its signatures. @throws ClamdError */
  version(): Promise<string> {
    return this.ask('VERSION');
  }

  /** Of what is too much it says so and hangs up, and what it said may be lost in that. */
  private async instream(open: () => Promise<Readable>): Promise<string> {
    for (let tries = 1; ; tries += 1)
      try {
        return await this.ask('INSTREAM', await open());
      } catch (fault) {
        if (!(fault instanceof HungUpError)) throw fault;
        if (tries === TRIES) return 'size limit exceeded';
      }
  }

  private ask(command: string, bytes?: Readable): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.address);
      let reply = '';
      // It answers and closes as soon as it knows: then nobody takes what is still to be sent.
      const end = () => (reply === '' ? reject(new ClamdError('clamd said nothing')) : resolve(reply.replace(/\0[^]*$/, '')));
      const fail = (fault: Error) => {
        const isHungUp = bytes && socket.bytesWritten > 0 && HUNG_UP.has((fault as NodeJS.ErrnoException).code ?? '');
        if (reply !== '') end();
        else reject(new (isHungUp ? HungUpError : ClamdError)(fault.message, { cause: fault }));
      };
      socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd takes too long')));
      socket.on('data', (data: Buffer) => (reply += data.toString()));
      socket.on('error', fail).on('close', end);
      socket.write(`z${command}\0`);
      if (bytes) void send(bytes, socket).catch((fault: unknown) => socket.destroy(fault as Error));
      socket.once('close', () => bytes?.destroy());
    });
  }
}

/** Each chunk behind its length, in four bytes; none ends it. */
async function send(bytes: Readable, socket: Socket): Promise<void> {
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    // What it says meanwhile is read first.
    await setImmediate();
    if (socket.destroyed) return;
    if (!socket.write(framed(chunk))) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
}

function framed(chunk: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(chunk.length);
  return Buffer.concat([head, chunk]);
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.once('drain', done).once('close', done);
  });
