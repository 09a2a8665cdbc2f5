import type { Channel } from '@hearth/contract';
import { CheckCheck, CircleHelp, FolderInput, Settings, Trash2, UserPlus } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MenuItem, MenuSeparator, SubMenu } from '@/ui';
import { useChannels, useMarkRead } from '@/features/channels';
import type { ChannelActions } from './ChannelItem';
import { MoveItems } from './MoveItems';
import type { ChannelMoves } from './use-channel-moves';

export default function ChannelMenuItems({ channel, unread, actions }: { channel: Channel; unread: number; actions: ChannelActions }) {
  const { t } = useTranslation();
  const markRead = useMarkRead(channel.id);
  const { onInvite, onExplain, onSetUp, onDelete, moves } = actions;
  return (
    <>
      <MenuItem icon={CheckCheck} disabled={unread === 0} onSelect={() => markRead(channel.lastSeq, true)}>
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
      {moves && <MoveItems id={channel.id} moves={moves} />}
      {moves && <MoveToItems channel={channel} moves={moves} />}
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
function MoveToItems({ channel, moves }: { channel: Channel; moves: ChannelMoves }) {
  const { t } = useTranslation();
  const categories = useChannels(channel.serverId ?? '').filter(({ type }) => type === 'CATEGORY');
  const others = categories.filter((category) => category.id !== channel.parentId && moves.mayEnter(channel, category));
  const mayLeave = categories.some(({ id }) => id === channel.parentId) && moves.mayEnter(channel, null);
  if (others.length === 0 && !mayLeave) return null;
  return (
    <SubMenu icon={FolderInput} label={t('channels.moveTo')}>
      {mayLeave && <MenuItem onSelect={() => moves.enter(channel.id, null)}>{t('channels.noCategory')}</MenuItem>}
      {others.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => moves.enter(channel.id, id)}>
          {name}
        </MenuItem>
      ))}
    </SubMenu>
  );
}
