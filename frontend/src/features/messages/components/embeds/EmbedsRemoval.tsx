import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';
import { stopAsking, useRemovalStore } from './removal-store';

const RemoveEmbedsDialog = lazyPart(() => import('./RemoveEmbedsDialog'));

/** Asks before the previews of a message go; they do not come back. */
export function EmbedsRemoval() {
  const message = useRemovalStore((removal) => removal.message);
  return (
    message && (
      <Suspense>
        <RemoveEmbedsDialog key={message.id} message={message} onClose={stopAsking} />
      </Suspense>
    )
  );
}
