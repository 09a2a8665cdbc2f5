import { useFormat } from '@/i18n';
import { cn } from '@/lib/cn';
import { Tooltip } from '@/ui';

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
