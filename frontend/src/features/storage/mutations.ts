import type { StoredFile } from '@hearth/contract';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, hasCode } from '@/api';
import { realtime } from '@/realtime';

/** How many are being deleted at a time. */
const AT_ONCE = 4;

/** How many of those that were to go are still there. */
export interface Outcome {
  failed: number;
}

/** Those of one message follow each other: with the last of them a message goes that is nothing else. */
async function deleteAll(files: readonly StoredFile[], deleteOne: (file: StoredFile) => Promise<unknown>): Promise<Outcome> {
  const groups = [...Map.groupBy(files, ({ messageId, attachment }) => messageId ?? attachment.id).values()];
  let failed = 0;
  const work = async () => {
    for (let group = groups.shift(); group; group = groups.shift())
      for (const file of group)
        await deleteOne(file).catch((error: unknown) => {
          // Somebody else was faster.
          if (!hasCode(error, 'NOT_FOUND')) failed += 1;
        });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { failed };
}

function useDeletion(key: QueryKey, deleteOne: (file: StoredFile) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (files: readonly StoredFile[]) => deleteAll(files, deleteOne),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export const useDeleteOwnFiles = (key: QueryKey) =>
  useDeletion(key, ({ attachment }) => call('deleteOwnFile', { params: { fileId: attachment.id } }));

/** As a moderator: the audit log tells of it. */
export const useDeleteServerFiles = (key: QueryKey) => useDeletion(key, takeFromMessage);

async function takeFromMessage({ attachment: { id: fileId }, messageId }: StoredFile): Promise<void> {
  if (messageId === null) return;
  try {
    await call('removeAttachment', { params: { messageId, fileId } });
  } catch (error) {
    if (!hasCode(error, 'CONFLICT')) throw error;
    await realtime.emit('message:delete', { messageId });
  }
}
