import type { AttachmentKind } from '@hearth/contract';
import { fileTypeFromBuffer } from 'file-type';

/** Of the beginning of a file: enough for what an archive is the package of. */
export const SAMPLE = 8_192;

export const TEXT = 'text/plain';
const UNKNOWN = 'application/octet-stream';

/** What browsers play or show, or what can be made into that. Whatever else there is, such as SVG, is a file to be saved. */
const KINDS: Record<string, AttachmentKind> = {
  'image/png': 'image',
  'image/apng': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'image/avif': 'image',
  'video/mp4': 'video',
  'video/x-m4v': 'video',
  'video/webm': 'video',
  'video/quicktime': 'video',
  'video/matroska': 'video',
  'video/ogg': 'video',
  'video/3gpp': 'video',
  'video/3gpp2': 'video',
  'application/pdf': 'document',
  [TEXT]: 'document',
};

export const kindOf = (contentType: string): AttachmentKind => KINDS[contentType] ?? (contentType.startsWith('audio/') ? 'audio' : 'file');

/**
 * What a file is by its beginning, whatever its name says.
 *
 * @param isWhole the sample is all of it
 * @param hint as the sender calls it; it only decides whether what may hold pictures or sound alike is sound
 */
export async function contentTypeOf(sample: Uint8Array, isWhole: boolean, hint = ''): Promise<string> {
  // What ends in the middle of something is no fault here.
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  if (!found) return isText(sample, isWhole) ? TEXT : UNKNOWN;
  // Parameters such as codecs are of no use to anybody who reads this.
  const [type = UNKNOWN] = found.mime.split(';');
  if (type === 'application/xml') return TEXT;
  return type.startsWith('video/') && hint.startsWith(type.replace('video/', 'audio/')) ? type.replace('video/', 'audio/') : type;
}

/** Tab, line breaks and escape: of the controls these stand in texts. */
const TEXT_CONTROLS = new Set([9, 10, 11, 12, 13, 27]);
const isControl = (byte: number): boolean => (byte < 32 && !TEXT_CONTROLS.has(byte)) || byte === 127;

/** UTF-8 without control characters other than those that texts have. */
function isText(sample: Uint8Array, isWhole: boolean): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !isWhole });
    return text !== '' && !sample.some(isControl);
  } catch {
    return false;
  }
}
