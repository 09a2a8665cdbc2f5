import type { UserSummary } from '@hearth/contract';
import type { ComponentProps, ReactNode } from 'react';
import { useFormat } from '@/i18n';
import { cn } from '@/lib/cn';
import { Tooltip } from '@/ui';
import type { ShownName } from '@/features/servers';

/** Also takes what a context menu gives the element that it belongs to. */
export interface RowFrameProps extends ComponentProps<'article'> {
  rowKey: string;
  author: UserSummary;
  /** What they are called here. */
  shown: ShownName;
  /** ISO, or Unix milliseconds. */
  at: string | number;
  startsGroup: boolean;
  /** In the tab order; the others are reached with the arrow keys. */
  isActive: boolean;
  isHighlighted?: boolean;
  /** It mentions whoever reads it. */
  callsReader?: boolean;
  /** What a screen reader says when the row is focused. */
  label: string;
  /** Above all: what it answers. */
  quote?: ReactNode;
  /** After the text: that it is pinned or starred; null where it is neither. */
  kept?: ReactNode;
  /** At the end: how far it has come. Where there is no room for it the text is as wide as without it. */
  mark?: ReactNode;
  /** Over the upper right corner. */
  toolbar?: ReactNode;
}

/** How a row stands out that calls its reader. */
export const callingRow = 'bg-accent-subtle/40 before:absolute before:inset-y-0 before:start-0 before:w-0.5 before:bg-accent';

/** The time, with the exact one behind it. */
export function RowTime({ at, short = false }: { at: string | number; short?: boolean }) {
  const format = useFormat();
  return (
    <Tooltip content={format.exact(at)}>
      <time
        dateTime={new Date(at).toISOString()}
        className={cn('shrink-0 whitespace-nowrap text-fg-subtle', short ? 'text-micro leading-5.5' : 'text-meta')}
      >
        {format.time(at)}
      </time>
    </Tooltip>
  );
}
