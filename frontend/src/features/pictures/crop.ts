export interface Size {
  width: number;
  height: number;
}

export interface Box extends Size {
  x: number;
  y: number;
}

/** How a picture lies behind its frame: which of its pixels is in the middle, and how often the frame at its largest holds what it shows. */
export interface Placing {
  x: number;
  y: number;
  zoom: number;
}

/** What is shown of a picture of this size in a frame of this ratio of width to height. */
export interface View {
  size: Size;
  ratio: number;
}

const MOST = 8;
/** Pixels of the picture that a frame is wide at least: fewer are a blur. */
const FEWEST = 64;

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);

/** The largest frame that fits into a picture. */
function largest({ size: { width, height }, ratio }: View): Size {
  const wide = Math.min(width, height * ratio);
  return { width: wide, height: wide / ratio };
}

export const mostZoom = (view: View): number => between(1, largest(view).width / FEWEST, MOST);

/** In the middle, as much as there is. */
export const beginning = ({ size: { width, height } }: View): Placing => ({ x: width / 2, y: height / 2, zoom: 1 });

/** The part that is in the frame. */
export function boxOf(view: View, { x, y, zoom }: Placing): Box {
  const { width, height } = largest(view);
  const part = { width: width / zoom, height: height / zoom };
  return { x: x - part.width / 2, y: y - part.height / 2, ...part };
}

/** As near as the edges of the picture allow. */
function settled(view: View, placing: Placing): Placing {
  const zoom = between(1, placing.zoom, mostZoom(view));
  const { width, height } = boxOf(view, { ...placing, zoom });
  const { size } = view;
  return {
    x: between(width / 2, placing.x, size.width - width / 2),
    y: between(height / 2, placing.y, size.height - height / 2),
    zoom,
  };
}

/** The picture follows the hand. @param by how far, in widths and heights of the frame */
export function moved(view: View, placing: Placing, by: { x: number; y: number }): Placing {
  const { width, height } = boxOf(view, placing);
  return settled(view, { ...placing, x: placing.x - by.x * width, y: placing.y - by.y * height });
}

export const zoomed = (view: View, placing: Placing, zoom: number): Placing => settled(view, { ...placing, zoom });

/** How large a picture is after some quarter turns. */
export const turnedSize = ({ width, height }: Size, turns: number): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width };

/** What is in the middle stays there while the picture turns by a quarter, clockwise. @param view before */
export function turned(view: View, { x, y, zoom }: Placing): Placing {
  const { height } = view.size;
  return settled({ ...view, size: turnedSize(view.size, 1) }, { x: height - y, y: x, zoom });
}

/** In whole pixels, none of them beyond the picture. */
export function wholePixels({ width, height }: Size, box: Box): Box {
  const [x, y] = [Math.floor(between(0, box.x, width - 1)), Math.floor(between(0, box.y, height - 1))];
  return {
    x,
    y,
    width: between(1, Math.round(box.width), width - x),
    height: between(1, Math.round(box.height), height - y),
  };
}

/** Where the middle of the frame is, from 0 to 1 across the picture and down. */
export const middleOf = ({ size }: View, { x, y }: Placing): { x: number; y: number } => ({ x: x / size.width, y: y / size.height });
