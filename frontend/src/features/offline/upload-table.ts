import { openedStore } from './account';
import type { KeptUpload } from './kept';

/** Of the room that this browser leaves: the rest is for what else it may keep. */
const SHARE = 0.5;

export interface UploadTable {
  load: (keys: readonly string[]) => Promise<{ upload: KeptUpload; file: Blob }[]>;
  /** @param file left out: it lies there already */
  put: (upload: KeptUpload, file?: Blob) => void;
  remove: (key: string) => void;
}

/** Without storage, or room in it, files live as long as the page. */
const ignore = () => undefined;

async function hasRoom({ size }: Blob): Promise<boolean> {
  // There is no such thing where the connection is not secure.
  const { quota = 0, usage = 0 } = 'storage' in navigator ? await navigator.storage.estimate() : {};
  return size < (quota - usage) * SHARE;
}

async function put(upload: KeptUpload, file?: Blob): Promise<void> {
  const store = await openedStore();
  if (!file || (await hasRoom(file))) await store?.putUpload(upload, file);
}

/** Files of messages that wait for them. One after the other, so that what is taken away stays away. */
export function openUploadTable(): UploadTable {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<unknown>) => {
    last = last.then(run).catch(ignore);
  };
  return {
    load: async (keys) => (await (await openedStore())?.uploads(keys).catch(() => [])) ?? [],
    put: (upload, file) => inTurn(() => put(upload, file)),
    remove: (key) => inTurn(async () => (await openedStore())?.removeUpload(key)),
  };
}
