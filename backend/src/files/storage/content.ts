import type { Readable } from 'node:stream';

/** What a stream brings until it ends or is cut. It is left as it is, so that a request can still be answered. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Buffer, void, undefined> {
  const chunks = stream.iterator({ destroyOnReturn: false });
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
