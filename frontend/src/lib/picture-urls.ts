import { pictureFile } from '@hearth/contract';

export interface PictureUrls {
  /** What does not move. */
  still: string;
  /** Undefined: nothing does. */
  motion: string | undefined;
}

/** Where a picture of a person or a server is to be had. @param isSmall as in lists */
export function pictureUrls(ref: string, isSmall: boolean): PictureUrls {
  const { fileId, animated } = pictureFile(ref);
  const url = (variant: string) => `/api/v1/files/${fileId}/${variant}`;
  const still = isSmall ? 'icon' : animated ? 'still' : 'picture';
  return { still: url(still), motion: animated ? url(isSmall ? 'motion' : 'picture') : undefined };
}
