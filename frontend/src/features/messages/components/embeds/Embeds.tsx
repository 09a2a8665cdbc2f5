import type { Message } from '@hearth/contract';
import { Suspense } from 'react';
import { useSettings } from '@/features/settings';
import { lazyPart } from '@/lib/lazy-part';
import { heightOf } from './fit';

const EmbedList = lazyPart(() => import('./EmbedList'));

/** Under a message what its links lead to. */
export function Embeds({ message, isActive }: { message: Message; isActive: boolean }) {
  return message.embeds.length > 0 && <WantedEmbeds {...{ message, isActive }} />;
}

function WantedEmbeds({ message, isActive }: { message: Message; isActive: boolean }) {
  const { linkPreviews } = useSettings();
  if (!linkPreviews) return null;
  return (
    <Suspense fallback={<div style={{ height: heightOf(message.embeds) }} />}>
      <EmbedList {...{ message, isActive }} />
    </Suspense>
  );
}
