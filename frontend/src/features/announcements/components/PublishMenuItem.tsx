import { hasPermission, type Message } from '@hearth/contract';
import { Megaphone } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { useChannel } from '@/features/channels';
import { useIsOpen, usePermissions } from '@/features/servers';
import { useMe } from '@/features/users';
import { MenuItem } from '@/ui';

/** Offers to publish an announcement that is not yet, where every member sees it. */
export default function PublishMenuItem({ message, onPublish }: { message: Message; onPublish: (message: Message) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const channel = useChannel(message.channelId);
  const permissions = usePermissions(channel?.serverId ?? '', message.channelId);
  const isOpen = useIsOpen(channel);
  const needed = message.author.id === me.id ? 'SEND_MESSAGES' : 'MANAGE_MESSAGES';
  if (channel?.type !== 'ANNOUNCEMENT' || message.publishedAt !== undefined || message.origin || !isOpen) return null;
  if (!hasPermission(permissions, needed)) return null;
  return (
    <MenuItem icon={Megaphone} onSelect={() => onPublish(message)}>
      {t('announcements.publish')}
    </MenuItem>
  );
}
