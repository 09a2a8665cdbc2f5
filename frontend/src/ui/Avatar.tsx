import { useState } from 'react';
import { cn } from '@/lib/cn';
import { cssVars } from '@/lib/css-vars';
import { hueFromId } from '@/lib/hue';
import { initials } from '@/lib/initials';
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
  src?: string | null;
  size?: keyof typeof sizes;
  /** `square` for servers, whose corners are those of a card. */
  shape?: 'circle' | 'square';
  presence?: Presence;
  own?: boolean;
  className?: string;
}

/** A picture or initials. Silent for screen readers but for presence: the name stands beside it, or the control carries it. */
export function Avatar({ id, name, src, size = 40, shape = 'circle', presence, own, className }: AvatarProps) {
  const rounding = shape === 'circle' ? 'rounded-full' : 'rounded-card';
  return (
    <span className={cn('relative inline-flex shrink-0', sizes[size].box, className)}>
      <Picture key={src} {...{ id, name, src, size, rounding }} />
      {presence && sizes[size].dot && (
        <span className="absolute -inset-e-0.5 -bottom-0.5 flex rounded-full bg-(--avatar-ring,var(--color-canvas)) p-0.5">
          <PresenceDot presence={presence} own={own} className={sizes[size].dot} />
        </span>
      )}
    </span>
  );
}

type PictureProps = Pick<AvatarProps, 'id' | 'name' | 'src'> & { size: keyof typeof sizes; rounding: string };

function Picture({ id, name, src, size, rounding }: PictureProps) {
  const [failed, setFailed] = useState(false);
  if (src && !failed) {
    return (
      <img
        src={src}
        alt=""
        loading="lazy"
        decoding="async"
        onError={() => setFailed(true)}
        className={cn('size-full bg-active object-cover', rounding)}
      />
    );
  }
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
