import type { Channel } from '@hearth/contract';
import { Suspense } from 'react';
import { latePart } from '@/lib/lazy-part';

// On screen from the start, and nobody needs them before the first message.
const Search = latePart(() => import('./SearchButton'));
const Threads = latePart(() => import('./ThreadsButton'));

const room = <span className="size-9" />;

export const SearchButton = () => (
  <Suspense fallback={room}>
    <Search />
  </Suspense>
);

export const ThreadsButton = ({ channel }: { channel: Channel }) => (
  <Suspense fallback={room}>
    <Threads channel={channel} />
  </Suspense>
);
