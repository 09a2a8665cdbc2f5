import { Suspense, useEffect, useRef, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useConnection } from '@/features/connection';
import { ModerationHost } from '@/features/moderation/components';
import { lazyPart } from '@/lib/lazy-part';
import { paths } from '@/lib/paths';
import { useDelayedFlag } from '@/lib/use-delayed-flag';
import { useOnline } from '@/lib/use-online';
import { usePlace, type Place } from '../use-place';
import { useVisits } from '../visits-store';
import { DialogHost } from './DialogHost';
import { LockedToasts, RefusedReactions } from '@/features/messages/components';
import { LaterToasts } from './later-parts';
import { Shell } from './Shell';
import { ShellSkeleton } from './ShellSkeleton';

const ConnectionBanner = lazyPart(() => import('./ConnectionBanner'));

/** Milliseconds. */
const SAID_AFTER = 1_000;

export interface SignedInProps {
  /** Null while it is not known yet who that is. */
  userId: string | null;
}

/** The app of somebody who is signed in. */
export function SignedIn({ userId }: SignedInProps) {
  const { hasLoaded } = useConnection();
  return (
    <div className="flex h-full flex-col">
      <ConnectionPlace />
      <div className="min-h-0 flex-1">{userId !== null && hasLoaded ? <Loaded key={userId} /> : <ShellSkeleton />}</div>
      <DialogHost />
      {userId !== null && hasLoaded && (
        <>
          <LaterToasts />
          <RefusedReactions />
          <LockedToasts />
        </>
      )}
      <ModerationHost />
    </div>
  );
}

/** Nothing is said while all is well, nor in the first second. */
function ConnectionPlace() {
  const { state } = useConnection();
  const isOnline = useOnline();
  const isWanted = useDelayedFlag(state !== 'connected' || !isOnline, SAID_AFTER);
  const [wasWanted, setWasWanted] = useState(false);
  if (isWanted && !wasWanted) setWasWanted(true);
  return (
    wasWanted && (
      <Suspense>
        <ConnectionBanner />
      </Suspense>
    )
  );
}

function Loaded() {
  const place = usePlace();
  useNoteVisit(place);
  const [path] = useLocation();
  const isGone = path !== paths.home && !place.server && !place.home && place.redirect === null;
  const target = isGone ? paths.home : place.redirect;
  // By its key, since a redirect acts once.
  if (target !== null && target !== path) return <Redirect key={target} to={target} replace />;
  return <Shell place={place} />;
}

function useNoteVisit({ server, channel }: Place) {
  const note = useVisits((state) => state.note);
  const before = useRef('');
  useEffect(() => {
    if (!server || !channel || before.current === channel.id) return;
    before.current = channel.id;
    note(server.id, channel.id);
  }, [note, server, channel]);
}
