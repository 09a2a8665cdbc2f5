import { useState } from 'react';
import { cn } from '@/lib/cn';
import { cssVars } from '@/lib/css-vars';
import { hueFromId } from '@/lib/hue';
import { initials } from '@/lib/initials';
import { MovingPicture } from './MovingPicture';
import { PresenceDot, type Presence } from './PresenceDot';

const sizes = {
  16: { box: 'size-4', text: 'text-micro', dot: '' },
  20: { box: 'size-5', text: 'text-micro', dot: '' },
  24: { box: 'size-6', text: 'text-micro', dot: 'size-2' },
  32: { box: 'size-8', text: 'text-meta', dot: 'size-2.5' },
  40: { box: 'size-10', text: 'text-ui', dot: 'size-3' },
  48: { box: 'size-12', text: 'text-heading', dot: 'size-3.5' },
  80: { box: 'size-20', text: 'text-title', dot: 'size-5' },
} as const;

export interface AvatarProps {
  /** Decides the hue. */
  id: string;
  name: string;
  /** As people and servers name theirs; null for those who have none. */
  picture?: string | null;
  size?: keyof typeof sizes;
  /** `square` for servers, whose corners are those of a card. */
  shape?: 'circle' | 'square';
  presence?: Presence;
  own?: boolean;
  className?: string;
}

/** A picture or initials. Silent for screen readers but for presence: the name stands beside it, or the control carries it. */
export function Avatar({ id, name, picture, size = 40, shape = 'circle', presence, own, className }: AvatarProps) {
  const rounding = shape === 'circle' ? 'rounded-full' : 'rounded-card';
  return (
    <span data-face className={cn('relative inline-flex shrink-0', sizes[size].box, className)}>
      <Picture key={picture} {...{ id, name, picture, size, rounding }} />
      {presence && sizes[size].dot && (
        <span className="absolute -inset-e-0.5 -bottom-0.5 flex rounded-full bg-(--avatar-ring,var(--color-canvas)) p-0.5">
          <PresenceDot presence={presence} own={own} className={sizes[size].dot} />
        </span>
      )}
    </span>
  );
}

/** Pixels up to which the small picture is large enough, also on dense screens. */
const SMALL = 48;

type PictureProps = Pick<AvatarProps, 'id' | 'name' | 'picture'> & { size: keyof typeof sizes; rounding: string };

function Picture({ id, name, picture, size, rounding }: PictureProps) {
  const [failed, setFailed] = useState(false);
  if (picture && !failed)
    return <MovingPicture picture={picture} small={size <= SMALL} onError={() => setFailed(true)} className={rounding} />;
  return (
    <span
      aria-hidden
      // Part of a picture, and so no text of the page: not found, not copied, and no part of what a control is called.
      data-initials={initials(name, size < 32 ? 1 : 2)}
      style={cssVars({ '--hue': hueFromId(id) })}
      className={cn(
        'avatar-hue grid size-full place-items-center font-semibold before:content-[attr(data-initials)]',
        rounding,
        sizes[size].text,
      )}
    />
  );
}
