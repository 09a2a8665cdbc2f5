import { Image } from 'lucide-react';
import { useState } from 'react';
import { Icon, MovingPicture } from '@/ui';

/** A banner, or the place for one. */
export function BannerSample({ picture }: { picture: string | null }) {
  const [lost, setLost] = useState<string | null>(null);
  return (
    <span
      data-face
      aria-hidden
      className="relative grid aspect-5/2 w-40 shrink-0 place-items-center overflow-hidden rounded-card border border-line bg-raised text-fg-subtle"
    >
      <Icon icon={Image} size="bar" />
      {picture !== null && picture !== lost && <MovingPicture key={picture} picture={picture} onError={() => setLost(picture)} />}
    </span>
  );
}
