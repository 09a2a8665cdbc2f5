import type { Attachment } from '@hearth/contract';
import { useState } from 'react';
import { coveringWidth } from './arrange';
import { fileAddress, pictureSources, smallest } from './file-address';
import { Unavailable } from './Unavailable';

interface PictureProps {
  picture: Attachment;
  /** CSS pixels of the tile at most; without a height it is a square. */
  width: number;
  height?: number;
}

/** A picture as it fills a tile, over a blurred one until it is there. Said by what is around it. */
export function Picture({ picture, width, height = width }: PictureProps) {
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');
  if (state === 'failed') return <Unavailable onBack={() => setState('loading')} />;
  return (
    <picture>
      {picture.animated && <source media="(prefers-reduced-motion: reduce)" srcSet={fileAddress(picture.id, 'still')} />}
      <img
        src={smallest(picture)}
        srcSet={pictureSources(picture)}
        sizes={`${coveringWidth(picture, { width, height })}px`}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        onLoad={() => setState('there')}
        onError={() => setState('failed')}
        className="size-full bg-active bg-cover bg-center object-cover"
        // Through what is clear in it one would see it twice.
        style={{ backgroundImage: state === 'loading' && picture.placeholder ? `url("${picture.placeholder}")` : undefined }}
      />
    </picture>
  );
}
