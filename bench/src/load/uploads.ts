import { createHash, randomFillSync } from 'node:crypto';
import { request } from 'node:http';
import type { Stage } from '../stage.ts';

export const PIECE = 1_024 ** 2;

const TUS = { 'Tus-Resumable': '1.0.0' };

/** Uploads of one person, over HTTP as a browser does them. */
export class Uploads {
  private readonly stage: Stage;
  private readonly token: string;

  constructor(stage: Stage, token: string) {
    this.stage = stage;
    this.token = token;
  }

  async begin(name: string, bytes: number): Promise<string> {
    const words = { channelId: this.stage.community.channelId, name };
    const metadata = Object.entries(words).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
    const { status, headers } = await this.send('POST', '', { 'Upload-Length': String(bytes), 'Upload-Metadata': metadata.join() });
    const address = headers.get('location');
    if (status !== 201 || !address) throw new Error(`an upload was answered with ${status}`);
    return address.split('/').at(-1) ?? '';
  }

  async offset(id: string): Promise<number> {
    return Number((await this.send('HEAD', `/${id}`)).headers.get('upload-offset'));
  }

  async whole(name: string, bytes: Buffer): Promise<string> {
    const id = await this.begin(name, bytes.length);
    const part = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' };
    const { status } = await this.send('PATCH', `/${id}`, part, bytes);
    if (status !== 204) throw new Error(`${name} was answered with ${status}`);
    return id;
  }

  /** From an offset on up to another, and then the connection breaks, unless that is the end. */
  stream(id: string, from: number, to: number, total: number): Promise<void> {
    const headers = {
      ...this.headers,
      ...{ 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from), 'Content-Length': String(total - from) },
    };
    return new Promise((resolve, reject) => {
      const call = request(`${this.stage.hearth.url}/api/v1/files/${id}`, { method: 'PATCH', headers });
      call.once('response', (answer) => {
        answer.resume();
        if (answer.statusCode === 204) resolve();
        else reject(new Error(`a part was answered with ${answer.statusCode}`));
      });
      call.on('error', (fault) => (to < total ? resolve() : reject(fault)));
      void write(call, from, to).then(() => (to < total ? call.destroy() : call.end()));
    });
  }

  async digest(id: string): Promise<string> {
    const { body } = await this.send('GET', `/${id}/original`);
    const hash = createHash('sha256');
    for await (const chunk of body ?? []) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  }

  private send(method: string, address: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Response> {
    return fetch(`${this.stage.hearth.url}/api/v1/files${address}`, {
      method,
      headers: { ...this.headers, ...headers },
      body: body ? new Uint8Array(body) : null,
    });
  }

  private get headers() {
    return { ...TUS, Authorization: `Bearer ${this.token}` };
  }
}

/** Noise that is another one in every MiB. */
const noise = randomFillSync(Buffer.alloc(PIECE));
export function piece(at: number): Buffer {
  const copy = Buffer.from(noise);
  copy.writeUInt32BE(at);
  return copy;
}

async function write(call: ReturnType<typeof request>, from: number, to: number): Promise<void> {
  for (let at = from; at < to && !call.destroyed;) {
    const part = piece(Math.floor(at / PIECE)).subarray(at % PIECE, Math.min(PIECE, (at % PIECE) + (to - at)));
    at += part.length;
    if (!call.write(part)) await drained(call);
  }
}

const drained = (call: ReturnType<typeof request>): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      call.off('drain', done).off('close', done);
      resolve();
    };
    call.once('drain', done).once('close', done);
  });
