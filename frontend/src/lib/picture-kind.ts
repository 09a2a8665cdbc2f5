/** What the bytes of a file say that it is; a name or a type that somebody gave it says nothing. */
export interface PictureKind {
  format: 'png' | 'jpeg' | 'gif' | 'webp' | 'avif';
  /** It moves: drawn on a canvas it would stand still. */
  animated: boolean;
}

/** Null for what is none of the pictures that can be uploaded. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const kind = kinds.find(({ is }) => is(bytes));
  return kind ? { format: kind.format, animated: kind.moves(bytes) } : null;
}

const text = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length));
const uint32 = (bytes: Uint8Array, at: number): number =>
  at + 4 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(at) : 0;

interface Kind {
  format: PictureKind['format'];
  is: (bytes: Uint8Array) => boolean;
  moves: (bytes: Uint8Array) => boolean;
}

const kinds: readonly Kind[] = [
  { format: 'png', is: (bytes) => text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n', moves: pngMoves },
  { format: 'jpeg', is: (bytes) => text(bytes, 0, 3) === '\xff\xd8\xff', moves: () => false },
  { format: 'gif', is: (bytes) => /^GIF8[79]a$/.test(text(bytes, 0, 6)), moves: gifMoves },
  { format: 'webp', is: (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP', moves: webpMoves },
  { format: 'avif', is: (bytes) => brands(bytes).some((brand) => brand === 'avif' || brand === 'avis'), moves: avifMoves },
];

/** An animated PNG says so before its first data. */
function pngMoves(bytes: Uint8Array): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + uint32(bytes, at)) {
    const chunk = text(bytes, at + 4, 4);
    if (chunk === 'acTL') return true;
    if (chunk === 'IDAT') return false;
  }
  return false;
}

const ANIMATION = 0x02;

function webpMoves(bytes: Uint8Array): boolean {
  return text(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & ANIMATION) !== 0;
}

/** Of a file of boxes: its main brand and those it goes with. */
function brands(bytes: Uint8Array): string[] {
  if (text(bytes, 4, 4) !== 'ftyp') return [];
  const end = Math.min(uint32(bytes, 0), bytes.length);
  const found = [text(bytes, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) found.push(text(bytes, at, 4));
  return found;
}

function avifMoves(bytes: Uint8Array): boolean {
  return brands(bytes).includes('avis');
}

const [IMAGE, EXTENSION] = [0x2c, 0x21];
const tableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

/** Whether there is a second frame: blocks are counted, not what is in them. */
function gifMoves(bytes: Uint8Array): boolean {
  let frames = 0;
  let at = 13 + tableBytes(bytes[10] ?? 0);
  while (at < bytes.length && frames < 2) {
    if (bytes[at] === IMAGE) {
      frames += 1;
      at = afterBlocks(bytes, at + 11 + tableBytes(bytes[at + 9] ?? 0));
    } else if (bytes[at] === EXTENSION) at = afterBlocks(bytes, at + 2);
    else break;
  }
  return frames > 1;
}

/** Each begins with its length, and the last is empty. */
function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = bytes[at]; length; length = bytes[at]) at += length + 1;
  return at + 1;
}
