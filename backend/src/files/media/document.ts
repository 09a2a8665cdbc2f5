import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import type { DrawnPage } from './document-thread.js';
import { makeStill } from './image.js';
import { RefusedPicture } from './readers.js';
import type { DocumentResult, DocumentTask } from './tasks.js';

/** The first page of a PDF in all sizes. @throws RefusedPicture for one that is broken or locked */
export async function makeDocument({ source, folder }: DocumentTask): Promise<DocumentResult> {
  const { pages, width, height, data } = await drawFirstPage(source);
  const still = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  return { pages, ...(await makeStill(still, { folder, largest: 'full', size: { width, height } })) };
}

/** In a thread: while it draws, nothing else happens there, and somebody has to look at the memory. */
async function drawFirstPage(source: string): Promise<DrawnPage> {
  const thread = new Worker(new URL('./document-thread.js', import.meta.url), { workerData: source, env: {} });
  try {
    const [answer] = (await once(thread, 'message')) as [DrawnPage | null];
    if (!answer) throw new RefusedPicture('is no PDF that can be read');
    return answer;
  } finally {
    await thread.terminate();
  }
}
