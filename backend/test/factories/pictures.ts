import { deflateSync } from 'node:zlib';

/** The beginning of a PNG of this size, which is all that anybody looks at who does not draw it. */
export function pngBytes(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync('')),
    chunk('IEND', ''),
  ]);
}

function chunk(type: string, data: Buffer | string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), Buffer.from(data), Buffer.alloc(4)]);
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** A data URL, of one red pixel if nothing else is given. */
export const pictureUrl = (data: Buffer = Buffer.from(PIXEL, 'base64'), type = 'png'): string =>
  `data:image/${type};base64,${data.toString('base64')}`;
