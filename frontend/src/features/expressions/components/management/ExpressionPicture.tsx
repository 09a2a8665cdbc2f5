import type { Expression } from '@hearth/contract';
import { cn } from '@/lib/cn';
import { pictureUrl } from '../../picture';

const sizes = { EMOJI: 'size-8', STICKER: 'size-16' } as const;

/** Beside its name. What moves does so while the row, a `group/row`, is under the pointer or has the focus. */
export function ExpressionPicture({ expression: { id, type, animated } }: { expression: Expression }) {
  const picture = 'absolute inset-0 size-full object-contain';
  return (
    <span className={cn('relative block shrink-0', sizes[type])}>
      <img
        src={pictureUrl(id, animated ? 'still' : 'picture')}
        alt=""
        loading="lazy"
        className={cn(picture, animated && 'group-focus-within/row:invisible group-hover/row:invisible less-motion:visible!')}
      />
      {animated && (
        <img
          src={pictureUrl(id, 'picture')}
          alt=""
          loading="lazy"
          className={cn(picture, 'hidden group-focus-within/row:block group-hover/row:block less-motion:hidden!')}
        />
      )}
    </span>
  );
}
