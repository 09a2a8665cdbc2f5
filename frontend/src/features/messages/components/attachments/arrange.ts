import type { Attachment, Message } from '@hearth/contract';
import { ownFile } from '@/features/uploads';
import { isVoice } from '../../spoken';

/** CSS pixels of one picture at most, and of several together. */
const MOST = { width: 400, height: 320 };
export const GALLERY_WIDTH = 520;
/** Of either side: less is neither seen nor hit. */
const LEAST = 48;
/** Of a picture whose size is not known yet. */
const UNKNOWN = { width: 320, height: 240 };
/** As most of them are. */
const UNKNOWN_FILM = { width: 1_280, height: 720 };

const CARD = 66;
/** Of what can be heard: a line of time, and in files what they are called above it. */
const VOICE = 80;
const SOUND = 138;
const GAP = 4;
/** Nearer to what it is said with than to what is said next. */
const BELOW = 6;

export interface Size {
  width: number;
  height: number;
}

export interface Arranged {
  pictures: Attachment[];
  films: Attachment[];
  files: Attachment[];
}

const isPicture = ({ kind, state }: Attachment): boolean => kind === 'image' && (state === 'ready' || state === 'processing');

/** What browsers play as it was sent. */
const PLAYED = new Set(['video/mp4', 'video/webm']);

const isFilm = ({ kind, state, contentType, variants }: Attachment): boolean =>
  kind === 'video' && (state === 'processing' || (state === 'ready' && (variants.includes('video') || PLAYED.has(contentType))));

/** Whether it can be heard, now or soon. */
export const isPlayed = ({ kind, state }: Attachment): boolean => kind === 'audio' && (state === 'ready' || state === 'processing');

/** Pictures stand together above films and the other files. */
export const arranged = (attachments: readonly Attachment[]): Arranged => ({
  pictures: attachments.filter(isPicture),
  films: attachments.filter(isFilm),
  files: attachments.filter((attachment) => !isPicture(attachment) && !isFilm(attachment)),
});

/** The size at which a picture is shown alone where there is room: never larger than it is, and of a very long one only the middle. */
export function shownSize({ width, height }: Size = UNKNOWN): Size {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(LEAST, Math.round(width * scale)), height: Math.max(LEAST, Math.round(height * scale)) };
}

/** How wide a picture is that covers a place, with what of it is cut off. */
export const coveringWidth = ({ width, height }: Partial<Size>, place: Size): number =>
  Math.ceil(width && height ? Math.max(place.width, (place.height * width) / height) : place.width);

/** Of a film only who made it knows that at first, and of few pictures: whoever sent it does not see it change. */
const pixelsOf = ({ id, width, height }: Attachment): Size | undefined => (width && height ? { width, height } : ownFile(id)?.pixels);

export const pictureSize = (picture: Attachment): Size => shownSize(pixelsOf(picture));

export const filmSize = (film: Attachment): Size => shownSize(pixelsOf(film) ?? UNKNOWN_FILM);

/** How many pictures stand in each row of a gallery: the fewer come first, and are larger. */
export function galleryRows(count: number): number[] {
  if (count === 4) return [2, 2];
  const rest = count % 3;
  return [...(rest > 0 ? [rest] : []), ...Array.from({ length: Math.floor(count / 3) }, () => 3)];
}

/** Width by height of a picture in a row of so many. */
export const tileRatio = (inRow: number): number => (inRow === 1 ? 16 / 9 : inRow === 2 ? 4 / 3 : 1);

/** As high as all of it will be, for the moment until it is there. */
export function heightOf({ attachments, ...said }: Pick<Message, 'attachments' | 'type' | 'forward'>): number {
  const { pictures, films, files } = arranged(attachments);
  const heights = [
    ...films.map((film) => filmSize(film).height),
    ...files.map((file) => (!isPlayed(file) ? CARD : isVoice(said) ? VOICE : SOUND)),
  ];
  const around = attachments.length > 0 ? BELOW : 0;
  return heights.reduce((sum, height) => sum + height + GAP, galleryHeight(pictures) + around);
}

function galleryHeight(pictures: readonly Attachment[]): number {
  const [first] = pictures;
  if (!first) return 0;
  if (pictures.length === 1) return pictureSize(first).height + GAP;
  return galleryRows(pictures.length).reduce((sum, inRow) => sum + GALLERY_WIDTH / inRow / tileRatio(inRow) + GAP, 0);
}
