import type { Message } from '@hearth/contract';
import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';
import { heightOf } from './arrange';

const AttachmentList = lazyPart(() => import('./AttachmentList'));

/** Under the text of a message its files. Their place is there from the start. */
export function Attachments({ message, isActive }: { message: Message; isActive: boolean }) {
  if (message.attachments.length === 0) return null;
  return (
    <Suspense fallback={<div style={{ height: heightOf(message) }} />}>
      <AttachmentList {...{ message, isActive }} />
    </Suspense>
  );
}
