/** A picture to be made ready for showing, up to `side` pixels wide and high, and never larger than it was. */
export interface PictureTask {
  kind: 'picture';
  data: Uint8Array;
  side: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

/** A picture of a person or a server: of what was given a part, in the shape of `size`. */
export interface CoverTask {
  kind: 'cover';
  data: Uint8Array;
  /** In pixels of the picture upright; without it, as much of the middle as there is. */
  crop: Box | undefined;
  size: Size;
  /** Of a small one for lists. */
  icon: Size | undefined;
}

export interface MadeVariant {
  variant: 'picture' | 'still' | 'icon' | 'motion';
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

/** An image that somebody sent: what is shown of it in its sizes, and itself without what a camera wrote into it. */
export interface ImageTask {
  kind: 'image';
  /** Path of the file. */
  source: string;
  /** An empty folder for what is made, each under its name. */
  folder: string;
}

/** A frame of a video: what is shown of it before it plays. */
export interface FrameTask {
  kind: 'frame';
  source: string;
  folder: string;
}

/** A PDF, of whose first page a picture is made. */
export interface DocumentTask {
  kind: 'document';
  source: string;
  folder: string;
}

/** A file in the folder of the task. */
export interface MadeFile {
  name: string;
  contentType: string;
  bytes: number;
  width?: number;
  height?: number;
}

export interface ImageResult {
  /** As it is seen, upright. */
  width: number;
  height: number;
  animated: boolean;
  /** A data URL of a few pixels. */
  placeholder: string;
  made: MadeFile[];
}

export interface StillResult {
  width: number;
  height: number;
  placeholder: string;
  made: MadeFile[];
}

export interface DocumentResult extends StillResult {
  pages: number;
}

export type MediaTask = PictureTask | CoverTask | ImageTask | FrameTask | DocumentTask;
export type MediaResult = PictureResult | ImageResult | StillResult | DocumentResult;

/** `refused`: no fault of ours but of what was given. */
export type MediaAnswer = { result: MediaResult } | { refused: string } | { fault: string };
