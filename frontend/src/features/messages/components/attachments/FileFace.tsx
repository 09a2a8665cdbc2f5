import type { Attachment } from '@hearth/contract';
import { fileAddress } from './file-address';
import { Picture } from './Picture';

/** Whether there is something to look at: an image, or a film of which there is a poster. */
export const hasFace = ({ kind, state, variants }: Attachment): boolean =>
  state === 'ready' && (kind === 'image' || variants.includes('poster'));

/** What there is to look at, as it fills a tile of so many CSS pixels. Said by what is around it. */
export function FileFace({ file, width }: { file: Attachment; width: number }) {
  if (file.kind === 'image') return <Picture picture={file} width={width} />;
  return <img src={fileAddress(file.id, 'poster')} alt="" loading="lazy" draggable={false} className="size-full object-cover" />;
}
