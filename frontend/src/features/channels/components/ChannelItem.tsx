import type { Channel } from '@hearth/contract';
import { ArrowDown, ArrowUp, CheckCheck, Ellipsis, FolderInput, Settings, Trash2, UserPlus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { paths } from '@/lib/paths';
import { useMediaQuery } from '@/lib/use-media-query';
import { ContextMenu, IconButton, ListItem, Menu, MenuItem, MenuSeparator, SubMenu, VisuallyHidden } from '@/ui';
import { useChannels, useMarkRead, useUnreadCount } from '@/features/channels';
import { ChannelIcon } from './ChannelIcon';

/** What may be done with a channel from the list. Left out: not allowed. */
export interface ChannelActions {
  onInvite?: (channelId: string) => void;
  onSetUp?: (channelId: string) => void;
  onDelete?: (channelId: string) => void;
  onMove?: (channelId: string, step: -1 | 1) => void;
  /** Into another category, or out of all of them. */
  onMoveTo?: (channelId: string, parentId: string | null) => void;
}

export interface ChannelItemProps {
  channel: Channel;
  selected: boolean;
  /** Shown only while there is something new in it. */
  onlyUnread: boolean;
  actionsFor: (channel: Channel) => ChannelActions;
}

export const ChannelItem = memo(function ChannelItem({ channel, selected, onlyUnread, actionsFor }: ChannelItemProps) {
  const { t } = useTranslation();
  const unread = useUnreadCount(channel.id);
  // A button in every row would be in the way of a thumb, which can hold the row instead.
  const byThumb = useMediaQuery('(pointer: coarse)');
  if (onlyUnread && unread === 0 && !selected) return null;
  const actions = actionsFor(channel);
  const items = <ChannelMenuItems channel={channel} unread={unread} actions={actions} />;
  return (
    <ContextMenu items={items}>
      <div data-channel-id={channel.id} data-unread={unread > 0 || undefined}>
        <ListItem
          leading={<ChannelIcon type={channel.type} className="text-fg-subtle" />}
          selected={selected}
          unread={unread > 0}
          trailing={unread > 0 && <VisuallyHidden>{t('channels.unread', { count: unread })}</VisuallyHidden>}
          actions={actions.onSetUp && !byThumb && <ChannelMenu name={channel.name} items={items} />}
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
  const { onInvite, onSetUp, onDelete, onMove, onMoveTo } = actions;
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
      {onSetUp && (
        <>
          <MenuSeparator />
          <MenuItem icon={Settings} onSelect={() => onSetUp(channel.id)}>
            {t('channels.setUp')}
          </MenuItem>
        </>
      )}
      {onMove && <MoveItems onMove={(step) => onMove(channel.id, step)} />}
      {onMoveTo && <MoveToItems channel={channel} onMoveTo={(parentId) => onMoveTo(channel.id, parentId)} />}
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

/** By name, which is quicker than step by step where there are many. */
function MoveToItems({ channel, onMoveTo }: { channel: Channel; onMoveTo: (parentId: string | null) => void }) {
  const { t } = useTranslation();
  const others = useChannels(channel.serverId ?? '').filter(({ type, id }) => type === 'CATEGORY' && id !== channel.parentId);
  if (others.length === 0 && channel.parentId === null) return null;
  return (
    <SubMenu icon={FolderInput} label={t('channels.moveTo')}>
      {channel.parentId !== null && <MenuItem onSelect={() => onMoveTo(null)}>{t('channels.noCategory')}</MenuItem>}
      {others.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => onMoveTo(id)}>
          {name}
        </MenuItem>
      ))}
    </SubMenu>
  );
}
