import { openUploadTable, type KeptUpload } from '@/features/offline';
import type { Upload } from './upload';
import type { UploadStorage } from './upload-ports';

const table = openUploadTable();

const toKept = ({ key, channelId, nonce, name, alt, spoiler, recorded, url, told }: Upload): KeptUpload => ({
  ...{ key, channelId, nonce: nonce ?? '', name, alt, spoiler, url, told },
  ...(recorded && { recorded }),
});

export const uploadStorage: UploadStorage = {
  put: (upload) => table.put(toKept(upload), upload.file ?? upload.original),
  note: (upload) => table.put(toKept(upload)),
  remove: (key) => table.remove(key),
};

/** A file of a message that this page does not hold. */
export interface Missing {
  key: string;
  channelId: string;
  nonce: string;
  name: string;
  type: string;
}

/** Files of messages that an earlier page was to send: as they lie here, or as gone. */
export async function recallUploads(missing: readonly Missing[]): Promise<Upload[]> {
  const kept = new Map((await table.load(missing.map(({ key }) => key))).map((row) => [row.upload.key, row]));
  return missing.map((one) => {
    const found = kept.get(one.key);
    return found ? { ...idle, ...found.upload, original: found.file, file: found.file } : goneUpload(one);
  });
}

const idle = { isSmaller: false, state: 'waiting', sent: 0, isWhole: false, rate: null, fault: null } as const;

function goneUpload({ type, ...one }: Missing): Upload {
  const original = new Blob([], { type });
  return {
    ...idle,
    ...one,
    ...{ original, file: original, alt: '', spoiler: false, url: null, told: null },
    state: 'failed',
    fault: 'gone',
  };
}
