import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'minio';
import { storageUnavailable } from '../storage-fault.js';
import type { ByteRange, StoredObject } from '../file-store.js';
import { isMissing, isPassing, s3Code } from './s3-faults.js';
import type { S3Bucket } from './s3-bucket.js';

const PAUSE = 200;
/** Never in a key, so that nothing is folded: an empty one folds everything in some services. */
const NO_DELIMITER = '|';

export interface Listed {
  key: string;
  bytes: number;
  changedAt: Date;
}

/** An upload in parts that was begun and neither completed nor aborted. */
export interface Begun {
  key: string;
  uploadId: string;
  begunAt: Date;
}

type Page<T> = { items: T[]; next: string };

/** The requests that S3 is asked, in our words: what passes is tried once more, and what S3 cannot is UNAVAILABLE. */
export class S3Objects {
  constructor(
    private readonly client: Client,
    private readonly bucket: S3Bucket,
    private readonly name: string,
    private readonly warn: (fault: unknown, what: string) => void,
  ) {}

  async put(key: string, data: Buffer): Promise<void> {
    await this.ask(() => this.client.putObject(this.name, key, data, data.length));
  }

  /** @throws RangeError */
  get(key: string, range?: ByteRange): Promise<StoredObject | null> {
    return this.unlessMissing(async () => {
      const stream = (await (range
        ? this.client.getPartialObject(this.name, key, range.first, range.last - range.first + 1)
        : this.client.getObject(this.name, key))) as IncomingMessage;
      return { stream, bytes: Number(stream.headers['content-length']) };
    });
  }

  async size(key: string): Promise<number | null> {
    return this.unlessMissing(async () => (await this.client.statObject(this.name, key)).size);
  }

  async remove(...keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    const faults = await this.ask(() => this.client.removeObjects(this.name, keys));
    for (const fault of faults) if (fault?.Error) throw this.refusal(fault.Error);
  }

  list(prefix: string): Promise<Listed[]> {
    return this.all(async (token) => {
      const page = await this.ask(() => this.client.listObjectsV2Query(this.name, prefix, token, '', 1_000, ''));
      const items = page.objects.flatMap(({ name: key, size: bytes, lastModified: changedAt }) =>
        key && changedAt ? [{ key, bytes: bytes ?? 0, changedAt: new Date(changedAt) }] : [],
      );
      return { items, next: page.isTruncated ? page.nextContinuationToken : '' };
    });
  }

  listBegun(prefix: string): Promise<Begun[]> {
    return this.all(async (marker) => {
      const [after = '', upload = ''] = marker.split(NO_DELIMITER);
      const page = await this.ask(() => this.client.listIncompleteUploadsQuery(this.name, prefix, after, upload, NO_DELIMITER));
      const items = page.uploads.map(({ key, uploadId, initiated }) => ({ key, uploadId, begunAt: new Date(initiated) }));
      return { items, next: page.isTruncated ? [page.nextKeyMarker, page.nextUploadIdMarker].join(NO_DELIMITER) : '' };
    });
  }

  begin(key: string): Promise<string> {
    return this.ask(() => this.client.initiateNewMultipartUpload(this.name, key, {}));
  }

  /** @returns its tag, by which it is named at the end */
  async part(key: string, uploadID: string, partNumber: number, data: Buffer): Promise<string> {
    const part = { bucketName: this.name, objectName: key, uploadID, partNumber };
    return (await this.ask(() => this.client.uploadPart({ ...part, headers: {} }, data))).etag;
  }

  async complete(key: string, uploadId: string, tags: string[]): Promise<void> {
    const parts = tags.map((etag, index) => ({ part: index + 1, etag }));
    await this.ask(() => this.client.completeMultipartUpload(this.name, key, uploadId, parts));
  }

  async abort(key: string, uploadId: string): Promise<void> {
    await this.ask(() => this.client.abortMultipartUpload(this.name, key, uploadId)).catch(unless('NoSuchUpload'));
  }

  private async unlessMissing<T>(call: () => Promise<T>): Promise<T | null> {
    return this.ask(() => call().catch((fault: unknown) => (isMissing(fault) ? null : Promise.reject(fault as Error))));
  }

  private async all<T>(page: (after: string) => Promise<Page<T>>): Promise<T[]> {
    const found: T[] = [];
    let next = '';
    do {
      const { items, next: after } = await page(next);
      found.push(...items);
      next = after;
    } while (next);
    return found;
  }

  private async ask<T>(call: () => Promise<T>): Promise<T> {
    try {
      await this.bucket.ready();
      return await call().catch(async (fault: unknown) => {
        if (!isPassing(fault)) throw fault;
        await sleep(PAUSE);
        return call();
      });
    } catch (fault) {
      throw this.refusal(fault);
    }
  }

  private refusal(fault: unknown): unknown {
    const code = s3Code(fault);
    if (code === 'NoSuchUpload') return fault;
    if (code === 'InvalidRange') return new RangeError('The range begins beyond the end');
    if (code === 'NoSuchBucket') this.bucket.forget();
    this.warn(fault, 'S3 refuses or does not answer');
    return storageUnavailable('The storage does not answer');
  }
}

const unless = (code: string) => (fault: unknown) => {
  if (s3Code(fault) !== code) throw fault;
};
