import type { Channel } from '@hearth/contract';
import { Users } from 'lucide-react';
import { PresenceAvatar } from '@/features/presence/components';
import { useMe } from '@/features/users';
import { cn } from '@/lib/cn';
import { Icon } from '@/ui';
import { partnerOf } from '../names';

const boxes = { 24: 'size-6', 40: 'size-10 text-title' } as const;

export interface ConversationAvatarProps {
  channel: Channel;
  size: keyof typeof boxes;
}

/** The other one of a DM, or the sign of a group. */
export function ConversationAvatar({ channel, size }: ConversationAvatarProps) {
  const partner = partnerOf(channel, useMe().id);
  if (partner) return <PresenceAvatar user={partner} size={size} />;
  const icon = channel.group?.icon;
  return (
    <span aria-hidden className={cn('grid shrink-0 place-items-center rounded-full bg-active text-fg-muted', boxes[size])}>
      {icon ?? <Icon icon={Users} size={size === 24 ? 'small' : 'bar'} />}
    </span>
  );
}
