import { Suspense } from 'react';
import { lazyPart } from '@/lib/lazy-part';
import { useBubbles } from '../bubbles';
import type { QuoteLineProps } from './QuoteLine';

const QuoteLine = lazyPart(() => import('./QuoteLine'));

/** Its place is kept while it comes. */
export function Quote(props: Omit<QuoteLineProps, 'boxed'>) {
  const boxed = useBubbles() !== null;
  return (
    <Suspense fallback={<span className={boxed ? 'my-1 block h-7' : 'block h-5'} />}>
      <QuoteLine {...props} boxed={boxed} />
    </Suspense>
  );
}
