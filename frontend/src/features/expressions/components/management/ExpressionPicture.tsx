import type { Expression } from '@hearth/contract';
import { cn } from '@/lib/cn';

const sizes = { EMOJI: 'size-8', STICKER: 'size-16' } as const;

const urlOf = (id: string, variant: 'picture' | 'still'): string => `/api/v1/files/${id}/${variant}`;

/** Beside its name. What moves does so while the row, a `group/row`, is under the pointer or has the focus. */
export function ExpressionPicture({ expression: { id, type, animated } }: { expression: Expression }) {
  const picture = 'absolute inset-0 size-full object-contain';
  return (
    <span className={cn('relative block shrink-0', sizes[type])}>
      <img
        src={urlOf(id, animated ? 'still' : 'picture')}
        alt=""
        loading="lazy"
        className={cn(picture, animated && 'group-focus-within/row:invisible group-hover/row:invisible less-motion:visible!')}
      />
      {animated && (
        <img
          src={urlOf(id, 'picture')}
          alt=""
          loading="lazy"
          className={cn(picture, 'hidden group-focus-within/row:block group-hover/row:block less-motion:hidden!')}
        />
      )}
    </span>
  );
}
