import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Client } from 'minio';
import { exactly, inPieces } from '../content.js';
import {
  FileStore,
  ORIGINAL,
  shardName,
  shardOf,
  type AddressOptions,
  type ByteRange,
  type ListedObject,
  type StoredObject,
  type UploadState,
} from '../file-store.js';
import { S3Bucket } from './s3-bucket.js';
import { connectS3, signerOf, type S3Connection } from './s3-client.js';
import { S3Objects } from './s3-objects.js';
import type { S3Config } from '../../../config/app-config.js';
import { appendUpload, beginUpload, finishUpload, PART, partBytesFor, type UploadKeys } from './s3-uploads.js';

const PATIENCE = 15_000;
const ROOT = 'files/';
const UPLOAD = 'upload';

export interface S3Options {
  /** Milliseconds without a byte after which a request is given up. */
  patience?: number;
  /** Bytes of the parts in which large objects go there. */
  part?: number;
  warn: (fault: unknown, what: string) => void;
}

/** In one bucket of any S3 service, under the same paths as in a folder. */
export class S3Store extends FileStore {
  private readonly connection: S3Connection;
  private readonly signer: Client;
  private readonly bucket: S3Bucket;
  private readonly objects: S3Objects;
  private readonly part: number;

  constructor(
    private readonly settings: S3Config,
    { patience = PATIENCE, part = PART, warn }: S3Options,
  ) {
    super();
    this.part = part;
    this.connection = connectS3(settings, patience);
    this.signer = signerOf(settings);
    this.bucket = new S3Bucket(this.connection.client, settings, warn);
    this.objects = new S3Objects(this.connection.client, this.bucket, settings.bucket, warn);
  }

  async write(objectId: string, variant: string, content: Uint8Array | StoredObject): Promise<void> {
    const key = keyOf(objectId, variant);
    if (content instanceof Uint8Array) return this.objects.put(key, Buffer.from(content.buffer, content.byteOffset, content.length));
    const data = exactly(content.bytes, content.stream);
    const partBytes = partBytesFor(content.bytes, this.part);
    if (content.bytes > partBytes) return this.writeParts(key, data, partBytes);
    return this.objects.put(key, await buffer(data));
  }

  read(objectId: string, variant: string, range?: ByteRange): Promise<StoredObject | null> {
    return this.objects.get(keyOf(objectId, variant), range);
  }

  size(objectId: string, variant: string): Promise<number | null> {
    return this.objects.size(keyOf(objectId, variant));
  }

  async remove(objectId: string, variant?: string): Promise<void> {
    if (variant !== undefined) return this.objects.remove(keyOf(objectId, variant));
    const [listed, begun] = await Promise.all([
      this.objects.list(keyOf(objectId, '')),
      // By the whole key: some services list unfinished uploads by nothing less.
      this.objects.listBegun(keyOf(objectId, ORIGINAL)),
    ]);
    await Promise.all(begun.map(({ key, uploadId }) => this.objects.abort(key, uploadId)));
    await this.objects.remove(...listed.map(({ key }) => key));
  }

  async list(shard: number): Promise<ListedObject[]> {
    const prefix = `${ROOT}${shardName(shard)}/`;
    const [listed, begun] = await Promise.all([this.objects.list(prefix), this.objects.listBegun(prefix)]);
    const unfinished = begun.map(({ key, begunAt }) => ({ ...partsOf(key), name: UPLOAD, bytes: 0, changedAt: begunAt }));
    return [...listed.map(({ key, ...rest }) => ({ ...partsOf(key), ...rest })), ...unfinished];
  }

  address(objectId: string, variant: string, { contentType, disposition, expires, method = 'GET' }: AddressOptions): Promise<string> {
    const headers = { 'response-content-type': contentType, 'response-content-disposition': disposition };
    // The same for a while, so that what a browser holds is found again.
    const period = (expires * 1_000) / 2;
    const signedAt = new Date(Math.floor(Date.now() / period) * period);
    return this.signer.presignedUrl(method, this.settings.bucket, keyOf(objectId, variant), expires, headers, signedAt);
  }

  async probe(): Promise<void> {
    await this.bucket.ready();
    if (await this.bucket.exists()) return;
    this.bucket.forget();
    throw new Error('The bucket is gone');
  }

  begin(objectId: string, bytes: number): Promise<UploadState> {
    return beginUpload(this.objects, keysOf(objectId), bytes, partBytesFor(bytes, this.part));
  }

  append(objectId: string, state: UploadState, stream: Readable, saved: (state: UploadState) => Promise<void>): Promise<UploadState> {
    return appendUpload(this.objects, keysOf(objectId), state, stream, saved);
  }

  finish(objectId: string, state: UploadState): Promise<void> {
    return finishUpload(this.objects, keysOf(objectId), state);
  }

  override close(): void {
    this.connection.close();
  }

  private async writeParts(key: string, data: AsyncIterable<Buffer>, partBytes: number): Promise<void> {
    const uploadId = await this.objects.begin(key);
    try {
      const tags: string[] = [];
      for await (const piece of inPieces(data, partBytes)) tags.push(await this.objects.part(key, uploadId, tags.length + 1, piece));
      await this.objects.complete(key, uploadId, tags);
    } catch (fault) {
      // Where S3 is away too, the nightly check or the bucket's rules do it.
      await this.objects.abort(key, uploadId).catch(() => undefined);
      throw fault;
    }
  }
}

const keyOf = (objectId: string, name: string): string => `${ROOT}${shardOf(objectId)}/${objectId}/${name}`;

const keysOf = (objectId: string): UploadKeys => ({
  whole: keyOf(objectId, ORIGINAL),
  tail: (received) => keyOf(objectId, `${UPLOAD}-${received}`),
});

function partsOf(key: string): { objectId: string; name: string } {
  const [objectId = '', name = ''] = key.split('/').slice(-2);
  return { objectId, name };
}
