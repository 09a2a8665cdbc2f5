import { fileIdOf, type Upload } from './upload';

/** What this page knows of a file that it sent, while the server has not looked at it. */
export type OwnFile = Pick<Upload, 'original' | 'pixels'>;

const MOST = 100;

/** By the id that the server gave them; the newest last. */
const own = new Map<string, OwnFile>();

export function noteOwnFiles(uploads: readonly Upload[]): void {
  for (const upload of uploads) if (upload.url !== null) own.set(fileIdOf(upload), { original: upload.original, pixels: upload.pixels });
  for (const id of own.keys()) {
    if (own.size <= MOST) return;
    own.delete(id);
  }
}

/** Nobody else sees what somebody sent. */
export const forgetOwnFiles = (): void => own.clear();

export const ownFile = (fileId: string): OwnFile | undefined => own.get(fileId);
