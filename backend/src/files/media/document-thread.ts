import { readFile, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';

/** Pixels of the longer side. */
const SIDE = 1_920;
/** All of it is held twice. */
const MAX_BYTES = 192 * 1_024 * 1_024;

export interface DrawnPage {
  pages: number;
  width: number;
  height: number;
  /** RGBA. */
  data: Uint8Array;
}

/** Answers with null for what cannot be read. */
parentPort?.postMessage(await draw(String(workerData)).catch(() => null));

async function draw(source: string): Promise<DrawnPage | null> {
  if ((await stat(source)).size > MAX_BYTES) return null;
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(source));
  const pages = document.getPageCount();
  if (pages < 1) return null;
  const page = document.getPage(0);
  // What is filled into a form is seen.
  const { width, height, data } = await page.render({
    ...sizeOf(page),
    scale: 1,
    renderFormFields: true,
    render: ({ data: raw }) => Promise.resolve(raw),
  });
  return { pages, width, height, data };
}

function sizeOf(page: PDFiumPage): { width: number; height: number } {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = SIDE / Math.max(originalWidth, originalHeight);
  const side = (points: number) => Math.max(1, Math.round(points * scale));
  const size = { width: side(originalWidth), height: side(originalHeight) };
  if (!Number.isFinite(size.width * size.height)) throw new Error('the page has no size');
  return size;
}
