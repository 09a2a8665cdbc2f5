import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import sharp from 'sharp';
import { buildLockedPdf, buildPdf } from '../../../test/factories/pdf.js';
import { MediaService } from './media.service.js';
import { Mishap, Refusal } from './refusal.js';

let media: MediaService;
let folder: string;
beforeAll(async () => {
  media = new MediaService(new PinoLogger({ pinoHttp: { level: 'silent' } }));
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-document-'));
});
afterAll(async () => {
  media.beforeApplicationShutdown();
  await rm(folder, { recursive: true });
});

async function make(data: Buffer) {
  const source = path.join(folder, 'source');
  await writeFile(source, data);
  return media.run({ kind: 'document', source, folder });
}

describe('a PDF', () => {
  it('shows its first page', async () => {
    const { pages, width, height, placeholder, made } = await make(buildPdf(3));
    expect({ pages, width, height }).toEqual({ pages: 3, width: 1_355, height: 1_920 });
    expect(placeholder).toMatch(/^data:image\/webp;base64,/);
    const names = ['thumbnail', 'preview', 'full'].flatMap((size) => [`${size}.webp`, `${size}.avif`]);
    expect(made.map(({ name }) => name)).toEqual(names);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(names));
    const { dominant } = await sharp(path.join(folder, 'full.webp')).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });

  it.each([
    ['is locked', buildLockedPdf()],
    ['breaks off', buildPdf(2).subarray(0, 90)],
    ['is none', Buffer.from('%PDF-1.7\nnothing')],
    ['has no pages', buildPdf(0)],
  ])('that %s is refused', async (_, data) => {
    const fault = await make(data).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault).not.toBeInstanceOf(Mishap);
  });

  it('as wide as a street is drawn within bounds', async () => {
    const wide = buildPdf(1).toString('latin1').replace('420 595', '90000 3');
    expect(await make(Buffer.from(wide, 'latin1'))).toMatchObject({ width: 1_920, height: 1 });
  });
});
