import type { Channel } from '@hearth/contract';
import { Folder, Hash, Megaphone, MessagesSquare, Volume2, type LucideIcon } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Icon, type PickerItem } from '@/ui';
import { useChannelGroups } from '@/features/channels';

const icons: Partial<Record<Channel['type'], LucideIcon>> = {
  CATEGORY: Folder,
  ANNOUNCEMENT: Megaphone,
  FORUM: MessagesSquare,
  VOICE: Volume2,
};

export interface ChannelItems {
  items: PickerItem[];
  /** Also of a channel that is gone, or that the user does not see. */
  itemOf: (channelId: string) => PickerItem;
}

/** The channels of a server for a picker, in their order, each with its category. */
export function useChannelItems(serverId: string, { holdsMessages }: { holdsMessages: boolean }): ChannelItems {
  const { t } = useTranslation();
  const items = useChannelGroups(serverId).flatMap(({ category, channels }) => [
    ...(category && !holdsMessages ? [itemFor(category, null)] : []),
    ...channels.filter(({ type }) => !holdsMessages || type !== 'FORUM').map((channel) => itemFor(channel, category)),
  ]);
  const gone = (value: string): PickerItem => ({ value, label: t('autoMod.unknownChannel'), leading: <Icon icon={Hash} /> });
  return { items, itemOf: (channelId) => items.find(({ value }) => value === channelId) ?? gone(channelId) };
}

const itemFor = ({ id, name, type }: Channel, category: Channel | null): PickerItem => ({
  value: id,
  label: name,
  detail: category?.name,
  leading: <Icon icon={icons[type] ?? Hash} className="text-fg-subtle" />,
});
