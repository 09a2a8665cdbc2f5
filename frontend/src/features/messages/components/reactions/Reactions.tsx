import type { Message } from '@hearth/contract';
import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';
import { NOTHING_WANTED, useWanted } from '../../reactions/wanted-store';

const ReactionBar = lazyPart(() => import('./ReactionBar'));

/** Under a message what people reacted with. Its place is there from the start. */
export function Reactions({ message, isActive }: { message: Message; isActive: boolean }) {
  const wanted = useWanted(message.id);
  if (message.reactions.length === 0 && wanted === NOTHING_WANTED) return null;
  return (
    <Suspense fallback={<div className="h-9 pointer-coarse:h-11" />}>
      <ReactionBar {...{ message, wanted, isActive }} />
    </Suspense>
  );
}
