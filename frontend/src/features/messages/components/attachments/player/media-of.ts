import type { Attachment } from '@hearth/contract';
import type { Film, Sound } from '@/features/player';
import { fileAddress } from '../file-address';

/** What the server made plays everywhere and can be gone through; what was sent is the next best. */
const sourcesOf = ({ id, contentType, variants }: Attachment, made: 'audio' | 'video') => [
  ...(variants.includes(made) ? [{ src: fileAddress(id, made), type: '' }] : []),
  { src: fileAddress(id), type: contentType },
];

/** @param name what it is called where that is not its name, @param by who sent it */
export const soundOf = (file: Attachment, by: string, name = file.name): Sound => ({
  ...{ key: file.id, name, by, duration: file.duration, waveform: file.waveform },
  sources: sourcesOf(file, 'audio'),
});

export const filmOf = (file: Attachment): Film => ({
  ...{ key: file.id, name: file.name, alt: file.alt, duration: file.duration, placeholder: file.placeholder },
  sources: sourcesOf(file, 'video'),
  poster: file.variants.includes('poster') ? fileAddress(file.id, 'poster') : undefined,
  download: fileAddress(file.id),
});
