import { Suspense, useState } from 'react';
import { latePart } from '@/lib/lazy-part';
import { ChannelGroups, type ChannelListProps, type Ordering } from './ChannelGroups';

// Hardly anybody orders channels, and nobody at once.
const ChannelOrdering = latePart(() => import('./ChannelOrdering'));

/** The channels of a server under their categories, to be ordered by those who may. */
export function ChannelList(props: ChannelListProps) {
  const [ordering, setOrdering] = useState<Ordering | null>(null);
  return (
    <div className="relative flex flex-col pb-4">
      <ChannelGroups {...props} ordering={ordering} />
      {props.may.order && (
        <Suspense>
          <ChannelOrdering {...props} onChange={setOrdering} />
        </Suspense>
      )}
    </div>
  );
}
