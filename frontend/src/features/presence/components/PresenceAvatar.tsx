import type { UserSummary } from '@hearth/contract';
import { Avatar, type AvatarProps } from '@/ui';
import { usePresence } from '@/features/presence';
import { nameOf } from '@/i18n';

export interface PresenceAvatarProps extends Pick<AvatarProps, 'size' | 'own' | 'className'> {
  user: UserSummary;
}

/** Somebody's picture with whether they are here. */
export function PresenceAvatar({ user, size, own, className }: PresenceAvatarProps) {
  const { status } = usePresence(user.id);
  return <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} size={size} presence={status} own={own} className={className} />;
}
