import { cn } from '@/lib/cn';
import { ProfileTrigger } from '@/features/users/components';
import { useMe } from '@/features/users';
import { callingRow, RowTime, type RowFrameProps } from './row-parts';

/** A message of a conversation on a phone: one's own at the end, those of others at the start. */
export function BubbleFrame({ showsName, ...props }: RowFrameProps & { showsName: boolean }) {
  const {
    rowKey,
    author,
    shown,
    at,
    startsGroup,
    isActive,
    isHighlighted,
    callsReader,
    label,
    quote,
    kept,
    mark,
    toolbar,
    children,
    ...article
  } = props;
  const isOwn = useMe().id === author.id;
  return (
    <article
      {...article}
      data-row={rowKey}
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      className={cn(
        'group/row relative flex px-3 focus-visible:-outline-offset-2 pointer-coarse:select-none',
        startsGroup ? 'pt-1' : 'pt-0.5',
        isOwn && 'justify-end',
        callsReader && callingRow,
        isHighlighted && 'bg-accent-subtle!',
      )}
    >
      <div
        className={cn(
          'max-w-[84%] min-w-0 rounded-dialog px-3 py-1.5',
          isOwn ? 'bg-bubble-own' : 'bg-bubble',
          startsGroup && (isOwn ? 'rounded-se-chip' : 'rounded-ss-chip'),
        )}
      >
        {startsGroup && showsName && !isOwn && (
          <ProfileTrigger userId={author.id} tabIndex={-1} className="max-w-full truncate text-ui font-semibold">
            <bdi>{shown.name}</bdi>
          </ProfileTrigger>
        )}
        {quote}
        {children}
        <span className="-mt-1 flex h-4 items-center justify-end gap-1">
          <RowTime at={at} short />
          {kept}
          {mark}
        </span>
      </div>
      {toolbar}
    </article>
  );
}
