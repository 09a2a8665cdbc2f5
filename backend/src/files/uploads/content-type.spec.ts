import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { contentTypeOf, kindOf, SAMPLE } from './content-type.js';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108020000009077', 'hex');
const EBML = Buffer.from('1a45dfa3934282847765626d', 'hex');

/** One entry, deflated, whose head claims so many bytes. */
function zipOf(name: string, deflated: Buffer, claimed: number): Buffer {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(deflated.length, 18);
  head.writeUInt32LE(claimed, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), deflated]);
}

describe('what a file is', () => {
  it.each([
    ['a picture', PNG, 'image/png', 'image'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n'), 'application/pdf', 'document'],
    ['plain text', Buffer.from('Grüße,\n\tund mehr\r\n'), 'text/plain', 'document'],
    ['HTML with script, which is text', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain', 'document'],
    ['SVG with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'text/plain', 'document'],
    ['SVG that begins as XML', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'text/plain', 'document'],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0\x04', 'latin1'), 'application/x-msdownload', 'file'],
    ['a ZIP', Buffer.from('504b0304140000000000', 'hex'), 'application/zip', 'file'],
    ['bytes that mean nothing', Buffer.from([0, 1, 2, 3, 200, 201]), 'application/octet-stream', 'file'],
    ['half a picture', PNG.subarray(0, 5), 'application/octet-stream', 'file'],
  ])('%s', async (_, sample, type, kind) => {
    const found = await contentTypeOf(sample, true);
    expect([found, kindOf(found)]).toEqual([type, kind]);
  });

  it('is a ZIP where it would be gigabytes once it is unpacked, of which nothing is', async () => {
    // A megabyte of zeros in a thousand bytes, which says of itself that it is four gigabytes, under the names that make it a document.
    for (const name of ['[Content_Types].xml', 'mimetype', 'META-INF/MANIFEST.MF']) {
      const before = process.memoryUsage().rss;
      const bomb = zipOf(name, deflateRawSync(Buffer.alloc(1_024 * 1_024)), 0xffffffff);
      const found = await contentTypeOf(bomb.subarray(0, SAMPLE), false);
      expect(kindOf(found)).toBe('file');
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_024 * 1_024);
    }
  });

  it('is text also where the sample ends within a character', async () => {
    const sample = Buffer.from('aä').subarray(0, 2);
    expect(await contentTypeOf(sample, false)).toBe('text/plain');
    expect(await contentTypeOf(sample, true)).toBe('application/octet-stream');
  });

  it('is sound where it may be either and its sender says so', async () => {
    expect(await contentTypeOf(EBML, true)).toBe('video/webm');
    expect(await contentTypeOf(EBML, true, 'audio/webm;codecs=opus')).toBe('audio/webm');
    expect(await contentTypeOf(EBML, true, 'audio/mp4')).toBe('video/webm');
    expect(kindOf('audio/webm')).toBe('audio');
  });
});
