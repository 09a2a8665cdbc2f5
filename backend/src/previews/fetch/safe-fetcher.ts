import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { acceptedEncodings, decoded } from './decoded.js';
import { PublicNetwork } from './public-network.js';

export interface Wanted {
  /** For the Accept header. */
  accept: string;
  /** Whether an answer of this type is read, in small letters and without parameters. */
  isWanted: (type: string) => boolean;
  /** Of the unpacked body, which beyond is cut, or refused. */
  maxBytes: (type: string) => number;
  canBeCut: (type: string) => boolean;
}

export interface Fetched {
  /** Where the redirects led. */
  url: string;
  type: string;
  /** As the answer's header has it; null where it says none. */
  charset: string | null;
  body: Buffer;
}

/** Why nothing was fetched: it may not be, or could not. */
export class NotFetched extends Error {
  override readonly name = 'NotFetched';
}

/** Milliseconds for all of it: names, redirects, the body. */
const MAX_TIME = 5_000;
const MAX_REDIRECTS = 3;
export const MAX_URL = 2_000;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const USER_AGENT = 'Mozilla/5.0 (compatible; Hearthbot/1.0; link preview)';

/**
 * Fetches what strangers name, and never lets them reach through it what only this machine can: each name is resolved once, all its
 * addresses are checked, and the connection goes to one of just those; redirects are checked anew. It sends no cookies, no Referer and
 * nothing that says who asks.
 */
@Injectable()
export class SafeFetcher implements OnModuleDestroy {
  private readonly shutdown = new AbortController();

  constructor(private readonly network: PublicNetwork) {}

  onModuleDestroy(): void {
    this.shutdown.abort();
  }

  /** @throws NotFetched */
  async fetch(url: string, wanted: Wanted): Promise<Fetched> {
    const signal = AbortSignal.any([AbortSignal.timeout(MAX_TIME), this.shutdown.signal]);
    try {
      return await unlessAborted(signal, () => this.follow(url, wanted, signal));
    } catch (fault) {
      throw fault instanceof NotFetched ? fault : new NotFetched('could not be fetched', { cause: fault });
    }
  }

  private async follow(url: string, wanted: Wanted, signal: AbortSignal): Promise<Fetched> {
    let target = requireWeb(url);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await this.open(target, wanted.accept, signal);
      try {
        const next = redirectOf(response);
        if (next === null) return await read(target, response, wanted);
        target = requireWeb(next, target.href);
      } finally {
        response.destroy();
      }
    }
    throw new NotFetched('too many redirects');
  }

  private async open(target: URL, accept: string, signal: AbortSignal): Promise<http.IncomingMessage> {
    const addresses = await this.checked(target);
    const { request } = target.protocol === 'https:' ? https : http;
    const headers = { accept, 'accept-encoding': acceptedEncodings, 'accept-language': 'en, *;q=0.5', 'user-agent': USER_AGENT };
    return new Promise((resolve, reject) => {
      request(target, { headers, signal, agent: false, lookup: pinned(addresses) })
        .on('response', resolve)
        .on('error', reject)
        .end();
    });
  }

  /** The addresses of a host, if all of them may be reached. */
  private async checked({ hostname, port, protocol }: URL): Promise<string[]> {
    const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
    const addresses = await this.network.resolve(hostname.replace(/^\[(.*)\]$/, '$1'));
    if (addresses.length === 0 || !addresses.every((address) => this.network.permits(address, number)))
      throw new NotFetched('not an address of the open Internet');
    return addresses;
  }
}

function requireWeb(url: string, base?: string): URL {
  const target = URL.canParse(url, base) ? new URL(url, base) : null;
  if (!target || (target.protocol !== 'http:' && target.protocol !== 'https:')) throw new NotFetched('not an address of the web');
  if (target.username !== '' || target.password !== '') throw new NotFetched('an address with a password');
  if (target.href.length > MAX_URL) throw new NotFetched('too long an address');
  return target;
}

/** Answers every question for an address with those that were checked, whatever the name servers say by now. */
const pinned =
  (addresses: string[]): LookupFunction =>
  (_host, { all }, callback) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = found;
    if (all || !first) callback(null, found);
    else callback(null, first.address, first.family);
  };

/** Neither name servers nor every odd answer of a server notice that nobody waits any more. */
async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new NotFetched('took too long'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function redirectOf({ statusCode = 0, headers }: http.IncomingMessage): string | null {
  return REDIRECTS.has(statusCode) && headers.location !== undefined ? headers.location : null;
}

async function read(target: URL, response: http.IncomingMessage, wanted: Wanted): Promise<Fetched> {
  if (response.statusCode !== 200) throw new NotFetched(`answered ${response.statusCode}`);
  const { type, charset } = contentType(response.headers['content-type'] ?? '');
  const body = wanted.isWanted(type) ? decoded(response) : null;
  if (!body) throw new NotFetched(`not wanted: ${type}`);
  return { url: target.href, type, charset, body: await readBody(body, wanted.maxBytes(type), wanted.canBeCut(type)) };
}

async function readBody(body: Readable, maxBytes: number, canBeCut: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop ends the stream, and with it the connection.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes && !canBeCut) throw new NotFetched('too large');
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

function contentType(header: string): { type: string; charset: string | null } {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)/.exec(parameter)?.[1]).find((name) => name !== undefined);
  return { type: type.trim(), charset: charset ?? null };
}
