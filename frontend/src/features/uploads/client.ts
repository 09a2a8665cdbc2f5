import { lazyModule } from '@/lib/lazy-part';
import type { Missing } from './kept-uploads';
import type { UploadQueue } from './upload-queue';

/** With its library: at hand once the first message is shown. */
const load = lazyModule(() => import('./queue'));

let held: UploadQueue | null = null;

export async function openQueue(): Promise<UploadQueue> {
  held = (await load()).queue;
  return held;
}

/** Takes up files of messages that an earlier page was to send; those that this device does not have any more fail. */
export async function recallFiles(missing: readonly Missing[]): Promise<void> {
  await openQueue();
  await (await load()).recall(missing);
}

/** Null where nothing has been chosen yet. */
export const heldQueue = (): UploadQueue | null => held;
