import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';
import { useLightboxStore, type LightboxHostName } from './lightbox-store';

const Lightbox = lazyPart(() => import('./Lightbox'));

/** Once in a conversation, since rows come and go; and once in what lies over it. */
export function LightboxHost({ name = 'conversation' }: { name?: LightboxHostName }) {
  const isOpen = useLightboxStore(({ pictures, host }) => host === name && pictures.length > 0);
  return (
    isOpen && (
      <Suspense>
        <Lightbox />
      </Suspense>
    )
  );
}
