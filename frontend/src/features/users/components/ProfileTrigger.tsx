import { createContext, use, useCallback, type ComponentProps, type MouseEvent } from 'react';
import { cn } from '@/lib/cn';
import { toggleProfile, useProfileStore } from '../profile-store';

/** The server in which people are met here; null where that is none. */
export const ProfilePlace = /* @__PURE__ */ createContext<string | null>(null);

/** Takes what has the focus when the card is gone, if not what it stands beside. */
type ShowProfile = (userId: string, anchor: HTMLElement, returnTo?: HTMLElement) => void;

/** Opens somebody's card beside an element. @param where the server in which they are met, if not that of the place */
export function useProfileCard(where?: string): ShowProfile {
  const place = use(ProfilePlace);
  const serverId = where ?? place;
  return useCallback((userId, anchor, returnTo = anchor) => toggleProfile({ userId, serverId, anchor, returnTo }), [serverId]);
}

export interface ProfileTriggerProps extends ComponentProps<'button'> {
  userId: string;
}

/** A button, such as somebody's name or picture, that opens their card beside it. */
export function ProfileTrigger({ userId, onClick, className, children, ...button }: ProfileTriggerProps) {
  const show = useProfileCard();
  // Of the many names of one person only those that were clicked are compared further.
  const isShown = useProfileStore(({ open, target }) => open && target?.userId === userId);
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    onClick?.(event);
    const { currentTarget } = event;
    // In a conversation the focus belongs to rows, and moves between them.
    show(userId, currentTarget, currentTarget.closest<HTMLElement>('[data-row]') ?? currentTarget);
  };
  return (
    <button
      aria-haspopup="dialog"
      aria-expanded={isShown}
      {...button}
      type="button"
      onClick={click}
      className={cn('min-w-0 rounded-chip text-start', className)}
    >
      {children}
    </button>
  );
}
