import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';
import { useLightboxStore } from './lightbox-store';

const Lightbox = lazyPart(() => import('./Lightbox'));

/** Once in a conversation, since rows come and go. */
export function LightboxHost() {
  const isOpen = useLightboxStore(({ pictures }) => pictures.length > 0);
  return (
    isOpen && (
      <Suspense>
        <Lightbox />
      </Suspense>
    )
  );
}
