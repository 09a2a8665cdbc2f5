import { makeCover } from './cover.js';
import { makeDocument } from './document.js';
import { makeFrame, makeImage } from './image.js';
import { makePicture } from './picture.js';
import { RefusedPicture } from './readers.js';
import type { MediaAnswer, MediaResult, MediaTask } from './tasks.js';

/** Bytes of memory with which it ends itself, and milliseconds between two looks: what it decodes was made by strangers. */
const MAX_MEMORY = 768 * 1_024 * 1_024;
const LOOK_EVERY = 50;

/**
 * A process of its own, that may die: it decodes pictures in native code. It takes one task after the other over the channel to its parent
 * and goes with it.
 */
process.on('message', (task: MediaTask) => {
  void answer(task).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
setInterval(() => {
  if (process.memoryUsage.rss() > MAX_MEMORY) process.exit(1);
}, LOOK_EVERY);

async function answer(task: MediaTask): Promise<MediaAnswer> {
  try {
    return { result: await make(task) };
  } catch (fault) {
    return fault instanceof RefusedPicture ? { refused: fault.message } : { fault: String(fault) };
  }
}

function make(task: MediaTask): Promise<MediaResult> {
  switch (task.kind) {
    case 'picture':
      return makePicture(task);
    case 'cover':
      return makeCover(task);
    case 'image':
      return makeImage(task);
    case 'frame':
      return makeFrame(task);
    case 'document':
      return makeDocument(task);
  }
}
