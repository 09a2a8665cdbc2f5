/** How far in, and where to, in CSS pixels from the middle. */
export interface Zoom {
  scale: number;
  x: number;
  y: number;
}

export interface Point {
  x: number;
  y: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
const MOST = 8;

/** Goes in or out around a point, given from the middle, which stays where it is. */
export function zoomBy(zoom: Zoom, factor: number, at: Point = { x: 0, y: 0 }): Zoom {
  const scale = Math.min(MOST, Math.max(1, zoom.scale * factor));
  if (scale === 1) return WHOLE;
  const grown = scale / zoom.scale;
  return { scale, x: at.x - (at.x - zoom.x) * grown, y: at.y - (at.y - zoom.y) * grown };
}

/** Moves what is larger than its place, as far as there is more of it. @param place its size, @param picture that of the picture at scale 1 */
export function panBy(zoom: Zoom, by: Point, place: { width: number; height: number }, picture: { width: number; height: number }): Zoom {
  const most = (inside: number, outside: number) => Math.max(0, (inside * zoom.scale - outside) / 2);
  const within = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
  return {
    scale: zoom.scale,
    x: within(zoom.x + by.x, most(picture.width, place.width)),
    y: within(zoom.y + by.y, most(picture.height, place.height)),
  };
}
