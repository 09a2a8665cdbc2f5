import { expect, test } from '@jest/globals';
import { pictureKind } from './picture-kind';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)));

const PNG = '\x89PNG\r\n\x1a\n';
const chunk = (name: string, data: number[] = []) => bytes([0, 0, 0, data.length], name, data, [0, 0, 0, 0]);
const png = (...names: string[]) => bytes(PNG, ...names.map((name) => [...chunk(name, [1, 2, 3])]));

/** With a palette of two colours, for all frames and for each. */
const screen = [1, 0, 1, 0, 0x80, 0, 0, 1, 1, 1, 2, 2, 2];
const control = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 1, 1, 1, 2, 2, 2, 2, 2, 0x2c, 0x01, 0];
const gif = (...blocks: number[][]) => bytes('GIF89a', screen, ...blocks, [0x3b]);

const webp = (flags: number) => bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, flags, 0, 0, 0]);
const ftyp = (brand: string, ...more: string[]) => bytes([0, 0, 0, 16 + 4 * more.length], 'ftyp', brand, [0, 0, 0, 0], ...more);

test.each([
  ['a PNG', png('IHDR', 'IDAT', 'IEND'), { format: 'png', animated: false }],
  ['a PNG that moves', png('IHDR', 'acTL', 'IDAT'), { format: 'png', animated: true }],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), { format: 'jpeg', animated: false }],
  ['a GIF', gif(control, frame), { format: 'gif', animated: false }],
  ['a GIF that moves', gif(control, frame, control, frame), { format: 'gif', animated: true }],
  ['a WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), { format: 'webp', animated: false }],
  ['a WebP with transparency', webp(0x10), { format: 'webp', animated: false }],
  ['a WebP that moves', webp(0x12), { format: 'webp', animated: true }],
  ['an AVIF', ftyp('avif', 'mif1', 'miaf'), { format: 'avif', animated: false }],
  ['an AVIF that moves', ftyp('avis', 'avif', 'msf1'), { format: 'avif', animated: true }],
  ['an AVIF by its second name', ftyp('mif1', 'avif'), { format: 'avif', animated: false }],
])('%s', (_, data, kind) => {
  expect(pictureKind(data)).toEqual(kind);
});

test.each([
  ['nothing', bytes()],
  ['text', bytes('hello')],
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['HEIC', ftyp('heic', 'mif1')],
  ['a BMP', bytes('BM', [1, 2, 3, 4])],
])('%s is none', (_, data) => {
  expect(pictureKind(data)).toBeNull();
});

test.each([
  ['a GIF', gif(control, frame, control, frame)],
  ['a PNG', png('IHDR', 'acTL')],
  ['an AVIF', ftyp('avif', 'avis')],
  ['a WebP', webp(0x12)],
])('%s that ends anywhere is read to its end', (_, whole) => {
  for (let length = 0; length <= whole.length; length += 1) expect(() => pictureKind(whole.subarray(0, length))).not.toThrow();
});
