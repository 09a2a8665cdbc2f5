import { Suspense } from 'react';
import { latePart, lazyPart } from '@/lib/lazy-part';
import type { JumpToNewestProps } from './JumpToNewest';
import type { UnreadBarProps } from './UnreadBar';

// Over the messages and below them, and not needed before the first one shows.
const Unread = latePart(() => import('./UnreadBar'));
const Newest = lazyPart(() => import('./JumpToNewest'));
const Typing = latePart(() => import('./TypingLine'));
const Locked = latePart(() => import('./attachments/LockedToasts'));
const Refused = latePart(() => import('./reactions/RefusedReactions'));

export const UnreadBar = (props: UnreadBarProps) => (
  <Suspense>
    <Unread {...props} />
  </Suspense>
);

export const JumpToNewest = (props: JumpToNewestProps) => (
  <Suspense>
    <Newest {...props} />
  </Suspense>
);

/** Its place is there from the start. */
export const TypingLine = ({ channelId }: { channelId: string }) => (
  <Suspense fallback={<div className="h-6 shrink-0" />}>
    <Typing channelId={channelId} />
  </Suspense>
);

/** Once for the app. */
export const RefusedReactions = () => (
  <Suspense>
    <Refused />
  </Suspense>
);

/** Once for the app. */
export const LockedToasts = () => (
  <Suspense>
    <Locked />
  </Suspense>
);
