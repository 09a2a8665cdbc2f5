import { create } from 'content-disposition';

/** In these nothing runs, whatever is in them. */
const PASSIVE = /^(?:image\/(?:png|jpeg|gif|webp|avif)|video\/(?:mp4|webm)|audio\/[\w.+-]+)$/;

export interface Presentation {
  contentType: string;
  disposition: string;
}

/** As what a browser gets a file: shown where it stands when that is harmless, else bytes to be saved under its name. */
export function presentationOf(contentType: string, name: string | null, isDownload: boolean): Presentation {
  const safe = safeType(contentType);
  const type = isDownload || safe === undefined ? 'attachment' : 'inline';
  return { contentType: safe ?? 'application/octet-stream', disposition: create(name ?? undefined, { type }) };
}

function safeType(contentType: string): string | undefined {
  const [essence = ''] = contentType.split(';');
  if (essence === 'text/plain') return 'text/plain; charset=utf-8';
  return PASSIVE.test(essence) ? essence : undefined;
}
