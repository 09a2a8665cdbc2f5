import { request as httpRequest } from 'node:http';
import type { Problem } from '@hearth/contract';
import type { TestApp } from '../harness.js';
import type { TestUser } from './users.js';

const TUS = { 'Tus-Resumable': '1.0.0' };
const MORE = { ...TUS, 'Content-Type': 'application/offset+octet-stream' };

const base64 = (text: string) => Buffer.from(text).toString('base64');
const metadataOf = (words: Record<string, string>) =>
  Object.entries(words)
    .map(([name, value]) => `${name} ${base64(value)}`)
    .join();

export interface TusAnswer {
  status: number;
  headers: Headers;
  /** Of a refusal. */
  code: Problem['code'] | undefined;
}

/** Uploads over HTTP, as a browser does. */
export class Uploader {
  constructor(
    readonly hearth: Pick<TestApp, 'url'>,
    private readonly user: Pick<TestUser, 'accessToken'>,
  ) {}

  /** @param words what `Upload-Metadata` says */
  begin(words: Record<string, string>, length: number | undefined, headers: Record<string, string> = {}): Promise<TusAnswer> {
    const size: Record<string, string> = length === undefined ? {} : { 'Upload-Length': String(length) };
    return this.send('POST', '', { ...TUS, ...size, 'Upload-Metadata': metadataOf(words), ...headers });
  }

  /** Begins a file and returns its id. @throws for a refusal */
  async start(channelId: string, length: number, words: Record<string, string> = {}): Promise<string> {
    const answer = await this.begin({ channelId, name: 'notes.txt', ...words }, length);
    const id = /^\/api\/v1\/files\/(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1];
    if (!id) throw new Error(`An upload was answered with ${answer.status} ${answer.code}`);
    return id;
  }

  look(id: string): Promise<TusAnswer> {
    return this.send('HEAD', `/${id}`, TUS);
  }

  /** How much of it is there. */
  async offset(id: string): Promise<number> {
    return Number((await this.look(id)).headers.get('upload-offset') ?? NaN);
  }

  append(id: string, offset: number, bytes: Uint8Array | string): Promise<TusAnswer> {
    return this.send('PATCH', `/${id}`, { ...MORE, 'Upload-Offset': String(offset) }, Buffer.from(bytes));
  }

  remove(id: string): Promise<TusAnswer> {
    return this.send('DELETE', `/${id}`, TUS);
  }

  /** A connection that stays open behind what it brought. */
  open(id: string, offset: number, length: number): OpenUpload {
    const headers = { ...MORE, ...this.bearer, 'Upload-Offset': String(offset), 'Content-Length': String(length) };
    return new OpenUpload(`${this.hearth.url}/api/v1/files/${id}`, headers);
  }

  /** A whole file. Returns its id. */
  async upload(channelId: string, content: Uint8Array | string = 'some bytes', words: Record<string, string> = {}): Promise<string> {
    const bytes = Buffer.from(content);
    const id = await this.start(channelId, bytes.length, words);
    const answer = await this.append(id, 0, bytes);
    if (answer.status !== 204) throw new Error(`An upload was answered with ${answer.status} ${answer.code}`);
    return id;
  }

  private async send(method: string, path: string, headers: Record<string, string>, body?: Uint8Array<ArrayBuffer>): Promise<TusAnswer> {
    const answer = await fetch(`${this.hearth.url}/api/v1/files${path}`, {
      method,
      headers: { ...this.bearer, ...headers },
      body: body ?? null,
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, code: text ? (JSON.parse(text) as Problem).code : undefined };
  }

  private get bearer() {
    return { Authorization: `Bearer ${this.user.accessToken}` };
  }
}

/** A `PATCH` on its way. */
class OpenUpload {
  private readonly request;
  /** The status that it is answered with; 0 when the connection breaks first. */
  readonly answered: Promise<number>;

  constructor(url: string, headers: Record<string, string>) {
    this.request = httpRequest(url, { method: 'PATCH', headers });
    this.answered = new Promise((resolve) => {
      this.request.on('response', (answer) => resolve(answer.resume().statusCode ?? 0)).on('error', () => resolve(0));
    });
  }

  async bring(bytes: string | Uint8Array): Promise<void> {
    await new Promise((resolve) => this.request.write(bytes, resolve));
  }

  cut(): void {
    this.request.destroy();
  }
}
