import type { Attachment, AttachmentKind } from '@hearth/contract';
import type { PendingMessage } from '@/features/messages';
import { fitted, type Upload } from '@/features/uploads';

/** As the server sorts them by what is in them; here only their names tell. */
const KINDS: readonly (readonly [RegExp, AttachmentKind])[] = [
  [/^image\/(?:png|apng|jpeg|gif|webp|avif)$/, 'image'],
  [/^video\/(?:mp4|x-m4v|webm|quicktime|x-matroska|matroska|ogg|3gpp2?)$/, 'video'],
  [/^audio\//, 'audio'],
  [/^application\/pdf$/, 'document'],
];

const kindOf = (type: string): AttachmentKind => KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'file';

/** What its files will be, as far as that can be told here: they have the place now that they will have then. */
export function expected({ files = [] }: PendingMessage, uploads: readonly Upload[]): Attachment[] {
  const known = new Map(uploads.map((upload) => [upload.key, upload]));
  return files.map(({ key, name, type, size }) => ({
    ...{ id: key, name, contentType: type, size, kind: kindOf(type), state: 'processing', variants: [] },
    ...sizeOf(known.get(key)),
  }));
}

function sizeOf(upload: Upload | undefined) {
  const { pixels, isSmaller } = upload ?? {};
  return pixels && isSmaller ? fitted(pixels.width, pixels.height) : pixels;
}
