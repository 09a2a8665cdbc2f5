import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { errorCode } from '../../config/error-code.js';
import type { Exchange } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import type { ReadableFile } from '../files.service.js';
import { FileStore, type ByteRange } from '../storage/file-store.js';
import { presentationOf, type Presentation } from './presentation.js';
import { rangeOf } from './range.js';

/** Seconds. */
const YEAR = 365 * 24 * 3_600;
/** That an address is signed for, at most: at least half as long, of which a browser uses less. */
const SIGNED_FOR = 600;
const REDIRECTED_FOR = 240;

/** What has an id never changes. Compressed on the way, its ranges would. */
const KEPT = { 'Accept-Ranges': 'bytes', 'Cache-Control': `private, max-age=${YEAR}, immutable, no-transform` };

export interface Asked {
  /** What the path says, whatever it is in the store. */
  variant: string;
  isDownload: boolean;
}

/** Answers with a file by the rules of HTTP: from the store itself where that has addresses, else by what it holds. */
@Injectable()
export class FileAnswers {
  constructor(private readonly store: FileStore) {}

  /** @throws NOT_FOUND */
  async send(file: ReadableFile, asked: Asked, { request, response }: Exchange): Promise<void> {
    const presentation = presentationOf(file.contentType, file.variant === 'original' ? file.name : null, asked.isDownload);
    // Whatever a browser takes it for, it may do nothing.
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    if (file.variant !== asked.variant) response.vary('Accept');
    const address = file.isPrivate ? await this.addressOf(file, presentation, request.method) : null;
    if (address) redirect(response, address);
    else await this.stream(file, presentation, { request, response });
  }

  /** What is for everybody comes from here: at the same address for good, it is fetched once. */
  private addressOf({ objectId, variant }: ReadableFile, presentation: Presentation, method: string): Promise<string | null> {
    return this.store.address(objectId, variant, { ...presentation, expires: SIGNED_FOR, method: method === 'HEAD' ? 'HEAD' : 'GET' });
  }

  private async stream(file: ReadableFile, presentation: Presentation, { request, response }: Exchange): Promise<void> {
    const etag = `"${file.objectId}-${file.variant}-${file.bytes}"`;
    const kept = { ...KEPT, ETag: etag };
    if (isKnown(request.headers['if-none-match'], etag)) {
      response.status(304).set(kept).end();
      return;
    }
    const range = rangeOf(request, file.bytes, etag);
    if (range === 'beyond') response.status(416).set('Content-Range', `bytes */${file.bytes}`).end();
    else await this.pass(file, range, { ...kept, ...headersOf(presentation) }, { request, response });
  }

  private async pass(file: ReadableFile, range: ByteRange | null, headers: Record<string, string>, { request, response }: Exchange) {
    const object = await this.store.read(file.objectId, file.variant, range ?? undefined);
    if (!object) throw new ProblemError('NOT_FOUND');
    if (range) response.status(206).set('Content-Range', `bytes ${range.first}-${range.last}/${file.bytes}`);
    response.set({ ...headers, 'Content-Length': String(object.bytes) });
    if (request.method === 'HEAD') {
      object.stream.destroy();
      response.end();
      return;
    }
    await pipeline(object.stream, response).catch(unlessGone);
  }
}

function redirect(response: Response, address: string): void {
  response.set('Cache-Control', `private, max-age=${REDIRECTED_FOR}`);
  response.redirect(302, address);
}

const headersOf = ({ contentType, disposition }: Presentation) => ({ 'Content-Type': contentType, 'Content-Disposition': disposition });

const isKnown = (condition: string | undefined, etag: string): boolean =>
  condition?.split(',').some((known) => known.trim().replace(/^W\//, '') === etag) ?? false;

/** Whoever has seen enough goes. */
function unlessGone(fault: unknown): void {
  if (errorCode(fault) !== 'ERR_STREAM_PREMATURE_CLOSE') throw fault;
}
