import type { Message, Poll } from '@hearth/contract';
import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';

const PollCard = lazyPart(() => import('./PollCard'));

/** The poll of a message. Its place is there from the start. */
export function MessagePoll({ message, isActive }: { message: Message; isActive: boolean }) {
  const { poll } = message;
  if (!poll) return null;
  return (
    <Suspense fallback={<div style={{ height: heightOf(poll) }} />}>
      <PollCard message={message} poll={poll} isActive={isActive} />
    </Suspense>
  );
}

/** About what it will be: a line for the question and one below, and a box for each answer. */
const heightOf = ({ answers }: Poll): string => `${6 + answers.length * 2.875}rem`;
