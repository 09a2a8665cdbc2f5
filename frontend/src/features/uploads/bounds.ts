import type { AttachmentKind } from '@hearth/contract';
import { call, queryClient } from '@/api';

const ask = () => call('getUploadLimits');

export type UploadBounds = Awaited<ReturnType<typeof ask>>;

/** Milliseconds for which an answer holds, and that a choice waits for one: the server checks each file anyway. */
const HOLDS = 5 * 60_000;
const PATIENCE = 500;

/** What a file may be; null while the server does not say. */
export function uploadBounds(): Promise<UploadBounds | null> {
  const asked = queryClient.fetchQuery({
    queryKey: ['upload-limits'],
    queryFn: ask,
    staleTime: HOLDS,
    networkMode: 'always',
    retry: false,
  });
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  return Promise.race([asked.catch(() => null), late]);
}

const byType: readonly AttachmentKind[] = ['image', 'video', 'audio'];

interface Sorted {
  files: File[];
  tooLarge: number;
  notAllowed: number;
}

/** What may be sent, as far as can be told before anybody has looked into it. */
export function sorted(chosen: readonly File[], bounds: UploadBounds | null): Sorted {
  const kindOf = ({ type }: File) => byType.find((kind) => type.startsWith(`${kind}/`));
  const isAllowed = (file: File) => {
    const kind = kindOf(file);
    return !bounds || kind === undefined || bounds.kinds.includes(kind);
  };
  const fits = ({ size }: File) => !bounds || size <= bounds.maxFileBytes;
  const allowed = chosen.filter(isAllowed);
  const files = allowed.filter(fits);
  return { files, tooLarge: allowed.length - files.length, notAllowed: chosen.length - allowed.length };
}
