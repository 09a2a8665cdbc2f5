import { cn } from '@/lib/cn';
import { pictureUrls } from '@/lib/picture-urls';

export interface MovingPictureProps {
  /** As people and servers name theirs. */
  picture: string;
  /** As in lists. */
  small?: boolean;
  /** It cannot be had. */
  onError?: () => void;
  className?: string;
}

/**
 * A picture of a person or a server, which fills what stands around it (`relative`). It moves, if it does, while its control, row or card
 * is under the pointer or has the focus.
 */
export function MovingPicture({ picture, small = false, onError, className }: MovingPictureProps) {
  const { still, motion } = pictureUrls(picture, small);
  const place = cn('absolute inset-0 size-full object-cover', className);
  return (
    <>
      <img src={still} alt="" loading="lazy" decoding="async" draggable={false} onError={onError} className={`bg-active ${place}`} />
      {motion && (
        <img
          src={motion}
          alt=""
          loading="lazy"
          draggable={false}
          // From then on nothing of the other one shows through it.
          onLoad={({ currentTarget }) => (currentTarget.dataset['loaded'] = '')}
          className={`in-motion data-loaded:bg-active ${place}`}
        />
      )}
    </>
  );
}
