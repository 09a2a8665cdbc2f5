import { createContext, use, useCallback, type ComponentProps, type MouseEvent } from 'react';
import { cn } from '@/lib/cn';
import { toggleProfile, useProfileStore } from '../profile-store';

/** The server in which people are met here; null where that is none. */
export const ProfilePlace = /* @__PURE__ */ createContext<string | null>(null);

/** Opens somebody's card beside an element. @param where the server in which they are met, if not that of the place */
export function useProfileCard(where?: string): (userId: string, anchor: HTMLElement) => void {
  const place = use(ProfilePlace);
  const serverId = where ?? place;
  return useCallback((userId: string, anchor: HTMLElement) => toggleProfile({ userId, serverId, anchor }), [serverId]);
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
    show(userId, event.currentTarget);
  };
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={isShown}
      {...button}
      onClick={click}
      className={cn('min-w-0 rounded-chip text-start', className)}
    >
      {children}
    </button>
  );
}
