import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Avatar, NameText } from '@/ui';
import { ProfileTrigger } from '@/features/users/components';
import { BubbleFrame } from './BubbleFrame';
import { useBubbles } from './bubbles';
import { callingRow, RowTime, type RowFrameProps } from './row-parts';

/** The shape that all spoken rows share. */
export function RowFrame(props: RowFrameProps) {
  const bubbles = useBubbles();
  return bubbles ? <BubbleFrame {...props} showsName={bubbles === 'group'} /> : <WideFrame {...props} />;
}

/** Picture or time at the start, name and text, marks at the end. */
function WideFrame(props: RowFrameProps) {
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
  return (
    <article
      {...article}
      data-row={rowKey}
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      className={cn(
        'group/row relative flex gap-4 px-4 py-px transition-colors duration-fast hover:bg-hover focus-visible:-outline-offset-2',
        'has-data-popup-open:bg-hover data-popup-open:bg-hover pointer-coarse:select-none',
        callsReader && callingRow,
        isHighlighted && 'bg-accent-subtle!',
        quote && 'flex-wrap gap-y-0',
      )}
    >
      {quote && <div className="flex min-w-0 basis-full ps-14">{quote}</div>}
      {startsGroup ? (
        // For the pointer alone: the name beside it is the same button, and Enter on the row leads there too.
        <ProfileTrigger userId={author.id} tabIndex={-1} aria-hidden className="mt-0.5 h-fit shrink-0 rounded-full">
          <Avatar id={author.id} name={shown.name} picture={author.avatar} size={40} />
        </ProfileTrigger>
      ) : (
        <span className="w-10 shrink-0 text-end opacity-0 transition-opacity group-hover/row:opacity-100 group-focus-visible/row:opacity-100">
          <RowTime at={at} short />
        </span>
      )}
      <div className="min-w-0 flex-1">
        {startsGroup && (
          <header className="flex items-baseline gap-2">
            <ProfileTrigger userId={author.id} tabIndex={-1} className="truncate text-body font-semibold hover:underline">
              <NameText {...shown} />
            </ProfileTrigger>
            <RowTime at={at} />
          </header>
        )}
        {children}
      </div>
      <span className={cn('relative flex shrink-0 items-end', kept && 'me-3')}>
        {kept}
        {/* In the room that is beside every row: one with a mark is no narrower. */}
        <span className={cn('absolute -end-2 bottom-0 flex', kept && '-end-5')}>{mark}</span>
      </span>
      {toolbar}
    </article>
  );
}

/** "Mara, 14:05: the text": what the row is called. */
export function useRowLabel(): (name: string, at: string | number, text: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (name, at, text) => t('messages.label', { name, time: format.time(at), text });
}
