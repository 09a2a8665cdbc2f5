import { FolderPlus, LogOut, PenLine, Plus, Settings, UserPlus } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MenuItem, MenuSeparator } from '@/ui';
import { useCan, useSections } from '@/features/servers';
import type { ServerMenuProps } from './ServerMenu';

/** What may be done with a server. */
export default function ServerMenuItems({
  server,
  onInvite,
  onCreateChannel,
  onCreateCategory,
  onSettings,
  onNickname,
  onLeave,
}: ServerMenuProps) {
  const { t } = useTranslation();
  const canInvite = useCan(server.id, 'CREATE_INVITE');
  const canManageChannels = useCan(server.id, 'MANAGE_CHANNELS');
  const canRename = useCan(server.id, 'CHANGE_NICKNAME');
  const hasSettings = useSections(server).length > 0;
  const isOwner = server.ownerId === server.me.user.id;
  return (
    <>
      {canInvite && (
        <MenuItem icon={UserPlus} onSelect={onInvite}>
          {t('servers.invitePeople')}
        </MenuItem>
      )}
      {canManageChannels && (
        <>
          <MenuItem icon={Plus} onSelect={onCreateChannel}>
            {t('channels.create')}
          </MenuItem>
          <MenuItem icon={FolderPlus} onSelect={onCreateCategory}>
            {t('channels.createCategory')}
          </MenuItem>
        </>
      )}
      {hasSettings && (
        <MenuItem icon={Settings} onSelect={onSettings}>
          {t('serverSettings.title')}
        </MenuItem>
      )}
      {canRename && (
        <MenuItem icon={PenLine} onSelect={onNickname}>
          {t('servers.nickname')}
        </MenuItem>
      )}
      {!isOwner && (
        <>
          <MenuSeparator />
          <MenuItem icon={LogOut} mirrored danger onSelect={onLeave}>
            {t('servers.leave')}
          </MenuItem>
        </>
      )}
    </>
  );
}
