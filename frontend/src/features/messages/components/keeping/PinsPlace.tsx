import type { Channel } from '@hearth/contract';
import { Suspense } from 'react';
import { latePart } from '@/lib/lazy-part';

const Button = latePart(() => import('./PinsButton'));

/** On screen from the start, and nobody needs it before the first message. */
export const PinsButton = (props: { channel: Channel; canPin: boolean }) => (
  <Suspense fallback={<span className="size-9" />}>
    <Button {...props} />
  </Suspense>
);
