import { create } from 'zustand';

export interface ProfileTarget {
  userId: string;
  /** Where they were met: the card then shows what they are there. */
  serverId: string | null;
  /** What the card stands beside. */
  anchor: HTMLElement;
  /** What has the focus when the card is gone. */
  returnTo: HTMLElement;
}

interface ProfileCard {
  target: ProfileTarget | null;
  /** Stays for as long as the card takes to go. */
  open: boolean;
}

/** The one card that is open, whoever asked for it. */
export const useProfileStore = create<ProfileCard>(() => ({ target: null, open: false }));

export const closeProfile = (): void => useProfileStore.setState({ open: false });

/** Opens somebody's card beside an element; that of the element that it stands beside already goes. */
export function toggleProfile(target: ProfileTarget): void {
  const { target: shown, open } = useProfileStore.getState();
  if (open && shown?.anchor === target.anchor && shown.userId === target.userId) closeProfile();
  else useProfileStore.setState({ target, open: true });
}
