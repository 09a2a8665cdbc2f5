import type { ChannelType } from '@hearth/contract';
import { Hash, Megaphone, MessagesSquare, Newspaper, Volume2, type LucideIcon } from 'lucide-react';
import { Icon, type IconProps } from '@/ui';

const icons: Partial<Record<ChannelType, LucideIcon>> = {
  ANNOUNCEMENT: Megaphone,
  FORUM: Newspaper,
  THREAD: MessagesSquare,
  VOICE: Volume2,
};

export const channelIcon = (type: ChannelType): LucideIcon => icons[type] ?? Hash;

/** What kind of channel it is. */
export function ChannelIcon({ type, ...icon }: { type: ChannelType } & Omit<IconProps, 'icon'>) {
  return <Icon icon={channelIcon(type)} {...icon} />;
}
