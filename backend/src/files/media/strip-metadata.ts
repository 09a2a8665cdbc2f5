import { crc32 } from 'node:zlib';

/**
 * A picture without what a camera or a program wrote into it beside the picture: where it was taken, when, by whom, with which words. Pixels,
 * colours and movement stay as they are, byte for byte, and so does which way is up.
 *
 * After the specifications of JPEG (ITU-T T.81), PNG (W3C), WebP (RFC 9649) and GIF (89a).
 *
 * @param orientation as in Exif: 1 is upright
 * @returns null where it is none of these, or breaks off
 */
export function stripMetadata(data: Buffer, orientation: number): Buffer | null {
  const strip = formats.find(({ magic }) => magic(data))?.strip;
  try {
    return strip ? Buffer.concat(strip(data, orientation > 1 ? exif(orientation) : null)) : null;
  } catch (fault) {
    // It ends in the middle of something.
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

interface Format {
  magic: (data: Buffer) => boolean;
  strip: (data: Buffer, exifBlock: Buffer | null) => Buffer[];
}

const formats: Format[] = [
  { magic: (data) => text(data, 0, 2) === '\xff\xd8', strip: jpeg },
  { magic: (data) => data.subarray(0, 8).equals(PNG_SIGNATURE), strip: png },
  { magic: (data) => text(data, 0, 4) === 'RIFF' && text(data, 8, 4) === 'WEBP', strip: webp },
  { magic: (data) => /^GIF8[79]a$/.test(text(data, 0, 6)), strip: gif },
];

const text = (data: Buffer, at: number, length: number): string => data.toString('latin1', at, at + length);

/** @throws RangeError when it is not all there */
function part(data: Buffer, from: number, length: number): Buffer {
  if (from + length > data.length) throw new RangeError('it breaks off');
  return data.subarray(from, from + length);
}

/** A TIFF block that says nothing but which way is up. */
function exif(orientation: number): Buffer {
  const block = Buffer.alloc(26);
  block.write('MM\0*', 'latin1');
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(1, 8);
  // Orientation, one short.
  block.writeUInt16BE(0x01_12, 10);
  block.writeUInt16BE(3, 12);
  block.writeUInt32BE(1, 14);
  block.writeUInt16BE(orientation, 18);
  return block;
}

const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const SCAN = 0xda;
const END = 0xd9;

function jpeg(data: Buffer, exifBlock: Buffer | null): Buffer[] {
  const kept = [part(data, 0, 2)];
  let rest = exifBlock && segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock]));
  for (let at = 2; ;) {
    if (data.readUInt8(at) !== 0xff) throw new RangeError('no marker');
    const marker = data.readUInt8(at + 1);
    // Any number of them may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (marker === END) return [...kept, part(data, at, 2)];
    else {
      const whole = part(data, at, 2 + data.readUInt16BE(at + 2));
      if (marker !== APP0 && rest) {
        kept.push(rest);
        rest = null;
      }
      const end = marker === SCAN ? endOfScan(data, at + whole.length) : at + whole.length;
      if (isOfPicture(marker, whole)) kept.push(data.subarray(at, end));
      at = end;
    }
  }
}

/** Before the next marker: in a scan the byte after 0xff is 0, or says where to begin anew. */
function endOfScan(data: Buffer, from: number): number {
  for (let at = data.indexOf(0xff, from); at >= 0; at = data.indexOf(0xff, at + 1)) {
    const next = data.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new RangeError('it breaks off');
}

function isOfPicture(marker: number, whole: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15 || marker === APP14) return true;
  if (marker === APP0) return text(whole, 4, 5) === 'JFIF\0';
  return marker === APP2 && text(whole, 4, 12) === 'ICC_PROFILE\0';
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Of those that a reader may do without: transparency, colours, size of a pixel, movement. */
const PNG_KEPT = new Set('tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT'.split(' '));

function png(data: Buffer, exifBlock: Buffer | null): Buffer[] {
  const kept = [part(data, 0, 8)];
  for (let at = 8; ;) {
    const whole = part(data, at, 12 + data.readUInt32BE(at));
    const type = text(whole, 4, 4);
    // A capital: nothing can be shown without it.
    if (/^[A-Z]/.test(type) || PNG_KEPT.has(type)) kept.push(whole);
    if (type === 'IHDR' && exifBlock) kept.push(chunk('eXIf', exifBlock));
    if (type === 'IEND') return kept;
    at += whole.length;
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

const WEBP_KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
const [WEBP_EXIF, WEBP_XMP] = [0x08, 0x04];

function webp(data: Buffer, exifBlock: Buffer | null): Buffer[] {
  const kept: Buffer[] = [];
  const end = Math.min(data.length, 8 + data.readUInt32LE(4));
  for (let at = 12; at + 8 <= end;) {
    const size = data.readUInt32LE(at + 4);
    const whole = part(data, at, 8 + size + (size % 2));
    const type = text(whole, 0, 4);
    if (type === 'VP8X') kept.push(withFlags(whole, exifBlock !== null));
    else if (WEBP_KEPT.has(type)) kept.push(whole);
    at += whole.length;
  }
  if (exifBlock) kept.push(riff('EXIF', exifBlock));
  const content = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  return [riff('RIFF', content)];
}

/** What it says about what is in the file, as that is now. */
function withFlags(whole: Buffer, hasExif: boolean): Buffer {
  const copy = Buffer.from(whole);
  copy.writeUInt8((copy.readUInt8(8) & ~(WEBP_EXIF | WEBP_XMP)) | (hasExif ? WEBP_EXIF : 0), 8);
  return copy;
}

function riff(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

const GIF_EXTENSION = 0x21;
const GIF_IMAGE = 0x2c;
const GIF_END = 0x3b;
const [GIF_CONTROL, GIF_TEXT, GIF_APPLICATION] = [0xf9, 0x01, 0xff];

function gif(data: Buffer): Buffer[] {
  let at = 13 + colours(data.readUInt8(10));
  const kept = [part(data, 0, at)];
  for (;;) {
    const kind = data.readUInt8(at);
    if (kind === GIF_END) return [...kept, part(data, at, 1)];
    if (kind !== GIF_EXTENSION && kind !== GIF_IMAGE) throw new RangeError('no block');
    const head = kind === GIF_EXTENSION ? 2 : 11 + colours(data.readUInt8(at + 9));
    const end = endOfBlocks(data, at + head);
    if (kind === GIF_IMAGE || isOfMovement(data, at)) kept.push(data.subarray(at, end));
    at = end;
  }
}

/** Bytes of the table of colours after a head with these flags. */
const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

/** Blocks with their length before them, up to an empty one. */
function endOfBlocks(data: Buffer, from: number): number {
  let at = from;
  for (let size = data.readUInt8(at); size > 0; size = data.readUInt8(at)) at += 1 + size;
  return at + 1;
}

function isOfMovement(data: Buffer, at: number): boolean {
  const label = data.readUInt8(at + 1);
  if (label === GIF_APPLICATION) return ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(text(data, at + 3, 11));
  return label === GIF_CONTROL || label === GIF_TEXT;
}
