import type { Channel } from '@hearth/contract';
import { CheckCheck, CircleHelp, FolderInput, Settings, Trash2, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuItem, MenuSeparator, SubMenu } from '@/ui';
import { useChannels, useMarkRead } from '@/features/channels';
import type { ChannelActions } from './ChannelItem';
import { MoveItems } from './MoveItems';

export default function ChannelMenuItems({ channel, unread, actions }: { channel: Channel; unread: number; actions: ChannelActions }) {
  const { t } = useTranslation();
  const markRead = useMarkRead(channel.id);
  const { onInvite, onExplain, onSetUp, onDelete, onMove, onMoveTo } = actions;
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
      {onExplain && (
        <MenuItem icon={CircleHelp} onSelect={() => onExplain(channel.id)}>
          {t('channels.ownPermissions')}
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
