import type { Channel } from '@hearth/contract';
import { ArrowDown, ArrowUp, CheckCheck, Ellipsis, Hash, Pencil, Trash2, UserPlus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { paths } from '@/lib/paths';
import { useMediaQuery } from '@/lib/use-media-query';
import { ContextMenu, Icon, IconButton, ListItem, Menu, MenuItem, MenuSeparator, VisuallyHidden } from '@/ui';
import { useMarkRead, useUnreadCount } from '@/features/channels';

/** What may be done with channels from their list. Left out: not allowed. */
export interface ChannelActions {
  onInvite?: (channelId: string) => void;
  onEdit?: (channelId: string) => void;
  onDelete?: (channelId: string) => void;
  onMove?: (channelId: string, step: -1 | 1) => void;
}

export interface ChannelItemProps {
  channel: Channel;
  selected: boolean;
  /** Shown only while there is something new in it. */
  onlyUnread: boolean;
  actions: ChannelActions;
}

export const ChannelItem = memo(function ChannelItem({ channel, selected, onlyUnread, actions }: ChannelItemProps) {
  const { t } = useTranslation();
  const unread = useUnreadCount(channel.id);
  // A button in every row would be in the way of a thumb, which can hold the row instead.
  const byThumb = useMediaQuery('(pointer: coarse)');
  if (onlyUnread && unread === 0 && !selected) return null;
  const items = <ChannelMenuItems channel={channel} unread={unread} actions={actions} />;
  return (
    <ContextMenu items={items}>
      <div data-channel-id={channel.id} data-unread={unread > 0 || undefined}>
        <ListItem
          leading={<Icon icon={Hash} className="text-fg-subtle" />}
          selected={selected}
          unread={unread > 0}
          trailing={unread > 0 && <VisuallyHidden>{t('channels.unread', { count: unread })}</VisuallyHidden>}
          actions={actions.onEdit && !byThumb && <ChannelMenu name={channel.name} items={items} />}
          render={<Link href={paths.channel(channel.serverId, channel.id)} draggable={false} />}
        >
          {channel.name}
        </ListItem>
      </div>
    </ContextMenu>
  );
});

function ChannelMenu({ name, items }: { name: string; items: ReactNode }) {
  const { t } = useTranslation();
  return <Menu trigger={<IconButton icon={Ellipsis} size="small" label={t('channels.actions', { name })} />}>{items}</Menu>;
}

function ChannelMenuItems({ channel, unread, actions }: { channel: Channel; unread: number; actions: ChannelActions }) {
  const { t } = useTranslation();
  const markRead = useMarkRead(channel.id);
  const { onInvite, onEdit, onDelete, onMove } = actions;
  return (
    <>
      <MenuItem icon={CheckCheck} disabled={unread === 0} onSelect={() => markRead(channel.lastSeq)}>
        {t('channels.markRead')}
      </MenuItem>
      {onInvite && (
        <MenuItem icon={UserPlus} onSelect={() => onInvite(channel.id)}>
          {t('servers.invitePeople')}
        </MenuItem>
      )}
      {onEdit && (
        <>
          <MenuSeparator />
          <MenuItem icon={Pencil} onSelect={() => onEdit(channel.id)}>
            {t('channels.edit')}
          </MenuItem>
        </>
      )}
      {onMove && <MoveItems onMove={(step) => onMove(channel.id, step)} />}
      {onDelete && (
        <>
          <MenuSeparator />
          <MenuItem icon={Trash2} danger onSelect={() => onDelete(channel.id)}>
            {t('channels.delete')}
          </MenuItem>
        </>
      )}
    </>
  );
}

export function MoveItems({ onMove }: { onMove: (step: -1 | 1) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <MenuItem icon={ArrowUp} onSelect={() => onMove(-1)}>
        {t('channels.moveUp')}
      </MenuItem>
      <MenuItem icon={ArrowDown} onSelect={() => onMove(1)}>
        {t('channels.moveDown')}
      </MenuItem>
    </>
  );
}
