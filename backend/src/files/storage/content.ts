import type { Readable } from 'node:stream';

/** What a stream brings until it ends or is cut. It is left as it is, so that a request can still be answered. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Buffer, void, undefined> {
  const chunks = stream.iterator({ destroyOnReturn: false });
  // Nor is it a fault when it is cut after that.
  stream.on('error', () => undefined);
  try {
    for (;;) {
      const next = await chunks.next().catch(() => null);
      if (!next || next.done) return;
      yield next.value as Buffer;
    }
  } finally {
    await chunks.return?.();
  }
}

/** Hands on what another stream brings, and fails unless it is as many bytes as were promised. */
export async function* exactly(bytes: number, stream: Readable): AsyncGenerator<Buffer, void, undefined> {
  let rest = bytes;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    rest -= chunk.length;
    if (rest < 0) break;
    yield chunk;
  }
  if (rest !== 0) throw new Error(`A stream of ${bytes} bytes brought ${rest < 0 ? 'more' : `${rest} fewer`}`);
}

/** No more than so many bytes; what comes beyond is not asked for. */
export async function* upTo(bytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let rest = bytes;
  if (rest === 0) return;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, rest);
    rest -= chunk.length;
    if (rest <= 0) return;
  }
}

/** In pieces of that size, and last what remains of them. */
export async function* inPieces(
  chunks: AsyncIterable<Buffer>,
  bytes: number,
  before: Buffer = Buffer.alloc(0),
): AsyncGenerator<Buffer, void, undefined> {
  let held = before.length > 0 ? [before] : [];
  let length = before.length;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    while (length >= bytes) {
      const whole: Buffer = Buffer.concat(held);
      yield whole.subarray(0, bytes);
      held = [whole.subarray(bytes)];
      length -= bytes;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}
