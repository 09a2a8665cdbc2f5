// Without schemas: the app needs it for the first faces that it shows.

/** Before the id of the file of a picture that moves, so that lists can show one that does not without asking what it is. */
const MOVING = 'a_';

export interface PictureFile {
  fileId: string;
  animated: boolean;
}

/** What stands for a picture of a person or a server wherever they are named: `123`, or `a_123` for one that moves. */
export const pictureRef = ({ fileId, animated }: PictureFile): string => (animated ? `${MOVING}${fileId}` : fileId);

export const pictureFile = (ref: string): PictureFile =>
  ref.startsWith(MOVING) ? { fileId: ref.slice(MOVING.length), animated: true } : { fileId: ref, animated: false };
