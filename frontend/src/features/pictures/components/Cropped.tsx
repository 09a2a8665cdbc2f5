import { cssVars } from '@/lib/css-vars';
import { type Box, turnedSize } from '../crop';
import type { OpenedPicture } from '../picture-file';

export interface CroppedProps {
  picture: OpenedPicture;
  /** Of the picture as it is turned. */
  box: Box;
  /** By a quarter, clockwise. */
  turns: number;
}

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

/** A picture that lies so that the part fills what stands around it (`relative`, and left to right), and reaches as far beyond as it does. */
export function Cropped({ picture, box, turns }: CroppedProps) {
  const { width, height } = turnedSize(picture, turns);
  const place = cssVars({
    '--x': percent(-box.x, box.width),
    '--y': percent(-box.y, box.height),
    '--w': percent(width, box.width),
    '--h': percent(height, box.height),
  });
  const own = cssVars({ '--w': percent(picture.width, width), '--h': percent(picture.height, height), '--turn': `${turns * 90}deg` });
  return (
    <span style={place} className="pointer-events-none absolute start-(--x) top-(--y) block h-(--h) w-(--w)">
      <img
        src={picture.url}
        alt=""
        draggable={false}
        style={own}
        className="absolute start-1/2 top-1/2 h-(--h) w-(--w) max-w-none -translate-1/2 rotate-(--turn)"
      />
    </span>
  );
}
