import { CalendarSearch, CircleHelp, Info, Megaphone, Settings, Trash2, UserPlus, Users } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { useBreakpoint } from '@/lib/use-media-query';
import { MenuItem, MenuSeparator } from '@/ui';
import { useIsOpen } from '@/features/servers';
import { openDialog } from '../dialogs-store';
import { useOverlay } from '../use-overlay';
import { useChannelSettings } from '../use-channel-settings';
import type { ChannelHeaderProps } from './ChannelHeader';
import MediaItem from './MediaItem';

/** What may be done with the channel that is open. */
export default function ChannelHeaderItems({
  channel,
  onInvite,
  canSetUp,
  canManage,
}: ChannelHeaderProps & Record<'canSetUp' | 'canManage', boolean>) {
  const { t } = useTranslation();
  const settings = useChannelSettings();
  const isOpen = useIsOpen(channel);
  const hasRoom = useBreakpoint('tablet');
  const pane = useOverlay('pane');
  return (
    <>
      {!hasRoom && channel.topic !== null && channel.type !== 'FORUM' && (
        <MenuItem icon={Info} onSelect={() => openDialog({ kind: 'topic', channelId: channel.id })}>
          {t('channels.topic')}
        </MenuItem>
      )}
      {!hasRoom && (
        <MenuItem icon={Users} onSelect={() => pane.open('members')}>
          {t('members.show')}
        </MenuItem>
      )}
      {onInvite && (
        <MenuItem icon={UserPlus} onSelect={onInvite}>
          {t('servers.invitePeople')}
        </MenuItem>
      )}
      {channel.type === 'ANNOUNCEMENT' && isOpen && (
        <MenuItem icon={Megaphone} onSelect={() => openDialog({ kind: 'follow', channelId: channel.id })}>
          {t('announcements.follow')}
        </MenuItem>
      )}
      {channel.type !== 'FORUM' && (
        <MenuItem icon={CalendarSearch} onSelect={() => openDialog({ kind: 'jumpToDate', channelId: channel.id })}>
          {t('channels.jumpToDate')}
        </MenuItem>
      )}
      {channel.type !== 'FORUM' && <MediaItem channelId={channel.id} />}
      <MenuItem icon={CircleHelp} onSelect={() => openDialog({ kind: 'ownPermissions', channelId: channel.id })}>
        {t('channels.ownPermissions')}
      </MenuItem>
      {canSetUp && (
        <MenuItem icon={Settings} onSelect={() => settings.open(channel.id)}>
          {t('channels.setUp')}
        </MenuItem>
      )}
      {canManage && (
        <>
          <MenuSeparator />
          <MenuItem icon={Trash2} danger onSelect={() => openDialog({ kind: 'deleteChannel', channelId: channel.id })}>
            {t('channels.delete')}
          </MenuItem>
        </>
      )}
    </>
  );
}
