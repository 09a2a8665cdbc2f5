import { ChevronDown, FolderPlus, LogOut, PenLine, Plus, Settings, UserPlus } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Menu, MenuItem, MenuSeparator } from '@/ui';
import { useCan, useSections, type HeldServer } from '@/features/servers';

export interface ServerMenuProps {
  server: HeldServer;
  onInvite: () => void;
  onCreateChannel: () => void;
  onCreateCategory: () => void;
  onSettings: () => void;
  onNickname: () => void;
  onLeave: () => void;
}

/** Takes what a menu gives its trigger. */
function ServerName({ name, ...trigger }: { name: string } & ComponentProps<'button'>) {
  return (
    <h2 className="flex h-header shrink-0">
      <button
        type="button"
        {...trigger}
        className="flex min-w-0 flex-1 items-center gap-2 px-4 text-start transition-colors duration-fast hover:bg-hover focus-visible:-outline-offset-2 data-popup-open:bg-active"
      >
        <bdi className="min-w-0 flex-1 truncate text-heading font-semibold">{name}</bdi>
        <Icon icon={ChevronDown} className="text-fg-subtle" />
      </button>
    </h2>
  );
}

/** The name of the server, and what may be done with it. */
export function ServerMenu({ server, onInvite, onCreateChannel, onCreateCategory, onSettings, onNickname, onLeave }: ServerMenuProps) {
  const { t } = useTranslation();
  const canInvite = useCan(server.id, 'CREATE_INVITE');
  const canManageChannels = useCan(server.id, 'MANAGE_CHANNELS');
  const canRename = useCan(server.id, 'CHANGE_NICKNAME');
  const hasSettings = useSections(server).length > 0;
  const isOwner = server.ownerId === server.me.user.id;
  return (
    <Menu trigger={<ServerName name={server.name} />}>
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
    </Menu>
  );
}
