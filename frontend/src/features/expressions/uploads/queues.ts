import { limits, type ExpressionType } from '@hearth/contract';
import { useSyncExternalStore } from 'react';
import { systemClock } from '@/api';
import { createExpression } from '../mutations';
import { namesFor } from './names';
import { readPicture, refusalOf, type PictureLimits } from './read-picture';
import { UploadQueue, type UploadQueueView } from './upload-queue';

/** What may be uploaded; the server makes it as large as it is shown. */
export const pictureLimits: Record<ExpressionType, PictureLimits> = {
  EMOJI: { bytes: limits.emojiBytes, side: 128 },
  STICKER: { bytes: limits.stickerBytes, side: 320 },
};

const queues = new Map<string, UploadQueue>();

/** @param userId whose uploads they are: whoever signs in after them sees nothing of them */
export function uploadQueue(userId: string, serverId: string, type: ExpressionType): UploadQueue {
  const key = `${userId}:${serverId}:${type}`;
  const known = queues.get(key);
  if (known) return known;
  const made = new UploadQueue({
    clock: systemClock,
    upload: async (file, name) => createExpression({ serverId, type }, { name, image: await readPicture(file, pictureLimits[type]) }),
  });
  queues.set(key, made);
  return made;
}

export const useUploads = (queue: UploadQueue): UploadQueueView => useSyncExternalStore(queue.subscribe, queue.view);

/**
 * Emoji are sent at once under a name made of that of their file. A sticker first asks for its name, which is what those who do not see it
 * are told. What is no picture fails before it is sent.
 */
export async function addFiles(queue: UploadQueue, type: ExpressionType, files: readonly File[], taken: readonly string[]): Promise<void> {
  const refusals = await Promise.all(files.map((file) => refusalOf(file, pictureLimits[type])));
  const underWay = queue
    .view()
    .uploads.filter(({ state }) => state !== 'failed')
    .map(({ name }) => name);
  const names = namesFor(
    type,
    files.map(({ name }) => name),
    [...taken, ...underWay],
  );
  const ready = type === 'EMOJI' ? ('waiting' as const) : ('naming' as const);
  queue.add(
    files.map((file, index) => {
      const [fault, name = ''] = [refusals[index], names[index]];
      return fault ? { file, name, state: 'failed' as const, fault } : { file, name, state: ready };
    }),
  );
}
