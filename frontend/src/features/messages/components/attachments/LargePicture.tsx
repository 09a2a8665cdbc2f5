import type { Attachment } from '@hearth/contract';
import { useState, type CSSProperties } from 'react';
import { largest, smallest } from './file-address';

/** A picture as large as its place allows, and never larger than it is. Until it is there, what there is of it stands in its shape. */
export function LargePicture({ picture, style }: { picture: Attachment; style: CSSProperties }) {
  const [isThere, setThere] = useState(false);
  const { alt, name, width, height, placeholder } = picture;
  const shape =
    width && height ? { width: `min(${width}px, 100cqw, ${(100 * width) / height}cqh)`, aspectRatio: `${width} / ${height}` } : {};
  // What is seen through it is not to be itself.
  const behind = isThere ? undefined : [smallest(picture), placeholder].flatMap((url) => (url ? [`url("${url}")`] : [])).join();
  return (
    <img
      src={largest(picture)}
      alt={alt ?? name}
      draggable={false}
      onLoad={() => setThere(true)}
      className="max-h-full max-w-full bg-contain bg-center bg-no-repeat object-contain select-none"
      style={{ ...shape, ...style, backgroundImage: behind }}
    />
  );
}
