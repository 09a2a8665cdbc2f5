import { CheckCheck, FolderPlus, LogOut, PenLine, Plus, Settings, UserPlus } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MenuItem, MenuSeparator } from '@/ui';
import { readMarker, useCountedChannels, useServerUnread } from '@/features/channels';
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
      <MarkRead serverId={server.id} />
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

/** All of it, with the threads that the user is in. */
function MarkRead({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const channels = useCountedChannels(serverId);
  const isUnread = useServerUnread(serverId);
  const markRead = () => {
    for (const { id, lastSeq } of channels) readMarker.markRead(id, lastSeq, true);
  };
  return (
    <MenuItem icon={CheckCheck} disabled={!isUnread} onSelect={markRead}>
      {t('channels.markRead')}
    </MenuItem>
  );
}
