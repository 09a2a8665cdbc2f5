/** A picture to be made ready for showing, up to `side` pixels wide and high, and never larger than it was. */
export interface PictureTask {
  kind: 'picture';
  data: Uint8Array;
  side: number;
}

export interface MadeVariant {
  variant: 'picture' | 'still';
  contentType: 'image/webp';
  data: Uint8Array;
  width: number;
  height: number;
}

export interface PictureResult {
  animated: boolean;
  /** `still` only of one that moves. */
  variants: MadeVariant[];
}

export type MediaTask = PictureTask;
export type MediaResult = PictureResult;

/** `refused`: no fault of ours but of what was given. */
export type MediaAnswer = { result: MediaResult } | { refused: string } | { fault: string };
