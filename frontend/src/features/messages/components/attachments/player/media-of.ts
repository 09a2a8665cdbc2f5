import type { Attachment, Message } from '@hearth/contract';
import type { Film, Sound } from '@/features/player';
import { fileAddress } from '../file-address';
import { nameOf } from '@/i18n';

/** What the server made plays everywhere and can be gone through; what was sent is the next best. */
const sourcesOf = ({ id, contentType, variants }: Attachment, made: 'audio' | 'video') => [
  ...(variants.includes(made) ? [{ src: fileAddress(id, made), type: '' }] : []),
  { src: fileAddress(id), type: contentType },
];

/** What a sound is part of. */
export type Sender = Pick<Message, 'author' | 'channelId' | 'seq'>;

/** @param name what it is called where that is not its name */
export const soundOf = (file: Attachment, { author, channelId, seq }: Sender, name = file.name): Sound => ({
  ...{ key: file.id, name, by: nameOf(author), place: { channelId, seq }, duration: file.duration, waveform: file.waveform },
  sources: sourcesOf(file, 'audio'),
});

export const filmOf = (file: Attachment): Film => ({
  ...{ key: file.id, name: file.name, alt: file.alt, duration: file.duration, placeholder: file.placeholder },
  sources: sourcesOf(file, 'video'),
  poster: file.variants.includes('poster') ? fileAddress(file.id, 'poster') : undefined,
  download: fileAddress(file.id),
});
