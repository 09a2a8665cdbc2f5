import type { UserSummary } from '@hearth/contract';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { usePresence, useStatusText } from '@/features/presence';
import { PresenceAvatar } from '@/features/presence/components';
import { ProfileTrigger } from '@/features/users/components';
import { Avatar } from '@/ui';

export interface PersonRowProps {
  user: UserSummary;
  /** Friends are seen to be here or not. */
  isFriend?: boolean;
  /** Buttons and menus. */
  actions: ReactNode;
}

/** Somebody in a list: the row opens their card, its buttons do the rest. */
export function PersonRow({ user, isFriend = false, actions }: PersonRowProps) {
  const { displayName, username } = user;
  return (
    <div className="flex items-center gap-2 rounded-card px-2 transition-colors duration-fast hover:bg-hover has-data-popup-open:bg-hover">
      <ProfileTrigger userId={user.id} className="flex min-h-14 flex-1 items-center gap-3 focus-visible:-outline-offset-2">
        {isFriend ? <PresenceAvatar user={user} size={40} /> : <Avatar id={user.id} name={displayName} picture={user.avatar} size={40} />}
        <span className="flex min-w-0 flex-col">
          <span dir="auto" className="truncate text-match-parent text-body font-semibold text-fg">
            {displayName}
          </span>
          {isFriend ? <FriendDetail user={user} /> : <UserName username={username} />}
        </span>
      </ProfileTrigger>
      <span className="flex shrink-0 items-center gap-1">{actions}</span>
    </div>
  );
}

/** What a friend says of themselves, else how they are. */
function FriendDetail({ user }: { user: UserSummary }) {
  const { t } = useTranslation();
  const presence = usePresence(user.id);
  const text = useStatusText(presence);
  return (
    <span dir="auto" className="truncate text-match-parent text-ui text-fg-subtle">
      {text || t(`status.${presence.status}`)}
    </span>
  );
}

const UserName = ({ username }: { username: string }) => (
  <span dir="ltr" className="truncate text-match-parent text-ui text-fg-subtle">
    @{username}
  </span>
);
