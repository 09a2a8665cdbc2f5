import { Suspense } from 'react';
import { useProfileStore } from '@/features/users';
import { lazyPart } from '@/lib/lazy-part';

const ProfileOverlay = lazyPart(() => import('./ProfileOverlay'));

export interface ProfileHostProps {
  onMessage: (userId: string) => void;
  onEditOwn: () => void;
}

/** The one card of the app, beside whatever asked for it. */
export function ProfileHost(props: ProfileHostProps) {
  const { target, open } = useProfileStore();
  if (!target) return null;
  return (
    <Suspense>
      <ProfileOverlay {...props} target={target} open={open} />
    </Suspense>
  );
}
