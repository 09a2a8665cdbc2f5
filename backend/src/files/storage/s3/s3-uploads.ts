import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { chunksOf, inPieces, upTo } from '../content.js';
import { UploadLostError, type UploadState } from '../file-store.js';
import { s3Code } from './s3-faults.js';
import type { S3Objects } from './s3-objects.js';

/** S3 takes parts from 5 MiB on, and no more than 10,000. */
export const PART = 8 * 1_024 * 1_024;
const MAX_PARTS = 10_000;

const driverState = z.object({
  partBytes: z.number(),
  /** Null where the whole fits into one part: then there are none. */
  uploadId: z.string().nullable(),
  /** Of the parts that are there, in order; all but the last are `partBytes` long. */
  tags: z.array(z.string()),
});
type DriverState = z.infer<typeof driverState>;

/** Where an upload is made: the key of the object, and of what is there beyond the last full part. */
export interface UploadKeys {
  whole: string;
  tail: (received: number) => string;
}

/** How long the parts of so many bytes are, when they should be `part` long. */
export const partBytesFor = (bytes: number, part: number): number => Math.max(part, Math.ceil(bytes / MAX_PARTS));

export async function beginUpload(objects: S3Objects, keys: UploadKeys, bytes: number, partBytes: number): Promise<UploadState> {
  const uploadId = bytes > partBytes ? await objects.begin(keys.whole) : null;
  return { bytes, received: 0, driver: { partBytes, uploadId, tags: [] } satisfies DriverState };
}

export async function appendUpload(
  objects: S3Objects,
  keys: UploadKeys,
  begun: UploadState,
  stream: Readable,
  saved: (state: UploadState) => Promise<void>,
): Promise<UploadState> {
  let state = begun;
  const { partBytes, tags } = driverState.parse(begun.driver);
  const tail = await readTail(objects, keys, begun.received, begun.received - tags.length * partBytes);
  for await (const piece of inPieces(upTo(begun.bytes - begun.received, chunksOf(stream)), partBytes, tail)) {
    const before = state;
    state = await keep(objects, keys, before, piece);
    if (state === before) break;
    await saved(state);
    // Only now: until it is saved, a crash goes on from what was before.
    if (hasTail(before)) await objects.remove(keys.tail(before.received));
  }
  return state;
}

export async function finishUpload(objects: S3Objects, keys: UploadKeys, { bytes, received, driver }: UploadState): Promise<void> {
  if (received !== bytes) throw new UploadLostError(`${received} of ${bytes} bytes are there`);
  const { uploadId, tags } = driverState.parse(driver);
  try {
    if (uploadId !== null) await objects.complete(keys.whole, uploadId, tags);
    else if (bytes === 0) await objects.put(keys.whole, Buffer.alloc(0));
    else if ((await objects.size(keys.whole)) !== bytes) throw new UploadLostError('It is not there any more');
  } catch (fault) {
    if (s3Code(fault) !== 'NoSuchUpload') throw fault;
    // Finished before, it may be.
    if ((await objects.size(keys.whole)) !== bytes) throw new UploadLostError('It is not there any more', { cause: fault });
  }
}

function hasTail({ bytes, received, driver }: UploadState): boolean {
  const { partBytes, tags } = driverState.parse(driver);
  return received < bytes && received > tags.length * partBytes;
}

async function readTail(objects: S3Objects, keys: UploadKeys, received: number, bytes: number): Promise<Buffer> {
  if (bytes <= 0) return Buffer.alloc(0);
  const object = await objects.get(keys.tail(received));
  if (object?.bytes !== bytes) throw new UploadLostError(`The last ${bytes} of ${received} received bytes are not there`);
  return buffer(object.stream);
}

/** A piece begins where the full parts end. */
async function keep(objects: S3Objects, keys: UploadKeys, state: UploadState, piece: Buffer): Promise<UploadState> {
  const { partBytes, uploadId, tags } = driverState.parse(state.driver);
  const received = tags.length * partBytes + piece.length;
  if (received === state.received) return state;
  if (uploadId === null && received === state.bytes) {
    await objects.put(keys.whole, piece);
    return { ...state, received };
  }
  if (uploadId !== null && (received === state.bytes || piece.length === partBytes)) {
    const tag = await partOf(objects, keys, uploadId, tags.length + 1, piece);
    return { ...state, received, driver: { partBytes, uploadId, tags: [...tags, tag] } };
  }
  await objects.put(keys.tail(received), piece);
  return { ...state, received };
}

async function partOf(objects: S3Objects, keys: UploadKeys, uploadId: string, number: number, piece: Buffer): Promise<string> {
  try {
    return await objects.part(keys.whole, uploadId, number, piece);
  } catch (fault) {
    if (s3Code(fault) === 'NoSuchUpload') throw new UploadLostError('The parts are not there any more', { cause: fault });
    throw fault;
  }
}
