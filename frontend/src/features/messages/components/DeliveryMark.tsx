import { Clock3, TriangleAlert } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon, Tooltip } from '@/ui';
import type { DeliveryState } from '@/features/messages';

export type MarkState = DeliveryState | 'pending' | 'failed';

export interface DeliveryMarkProps {
  state: MarkState;
  className?: string;
}

/** How far an own message has come. Each state has a shape of its own and a text. */
export function DeliveryMark({ state, className }: DeliveryMarkProps) {
  const { t } = useTranslation();
  const label = t(`delivery.${state}`);
  return (
    <Tooltip content={label}>
      <span role="img" aria-label={label} className={cn('inline-flex h-5.5 items-center', className)}>
        <Shape state={state} />
      </span>
    </Tooltip>
  );
}

function Shape({ state }: { state: MarkState }) {
  switch (state) {
    case 'pending':
      return <Icon icon={Clock3} size="small" className="text-fg-subtle" />;
    case 'failed':
      return <Icon icon={TriangleAlert} className="text-danger-text" />;
    default:
      return <Ticks state={state} />;
  }
}

const FIRST_TICK = 'M3.5 8.5 6 11l5.5-6';
const SECOND_TICK = 'm9.25 10.25.75.75 5.5-6';

/** One tick, two ticks, and two ticks in a filled pill. Drawn here, since one of them is cut out of its ground. */
function Ticks({ state }: { state: DeliveryState }) {
  const read = state === 'read';
  return (
    <svg
      viewBox="0 0 19 16"
      aria-hidden
      fill="none"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cn('h-4 w-auto', read ? 'stroke-canvas' : 'stroke-fg-subtle')}
    >
      {read && <rect x="0.5" y="1.5" width="18" height="13" rx="6.5" strokeWidth={0} className="fill-fg-subtle" />}
      <path d={FIRST_TICK} />
      {state !== 'sent' && <path d={SECOND_TICK} />}
    </svg>
  );
}
