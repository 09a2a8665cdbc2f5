import type { UserSummary } from '@hearth/contract';
import type { ReactNode } from 'react';
import { Avatar, NameText } from '@/ui';
import { useAuthor } from './use-author';

/** Somebody in a list of those who did something with a message. */
export function PersonRow({ user, action }: { user: UserSummary; action?: ReactNode }) {
  const shown = useAuthor(user);
  return (
    <div className="flex min-h-12 items-center gap-3">
      <Avatar id={user.id} name={shown.name} picture={user.avatar} size={32} />
      <span className="min-w-0 flex-1 truncate text-body">
        <NameText {...shown} />
      </span>
      {action}
    </div>
  );
}
