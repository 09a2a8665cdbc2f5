import type { StoredFile } from '@hearth/contract';
import { encodeSizeCursor } from '../../http/size-cursor.js';
import type { StoredFileRow } from './storage-use.repository.js';

/** Cuts rows that were read one beyond the limit down to a page. */
export function pageOfFiles(rows: StoredFileRow[], limit: number): { files: StoredFile[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    files: page.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    nextCursor: last ? encodeSizeCursor({ bytes: last.bytes, id: last.attachment.id }) : null,
  };
}
