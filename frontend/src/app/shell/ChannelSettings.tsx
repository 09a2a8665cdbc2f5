import { hasPermission, type Channel } from '@hearth/contract';
import type { TFunction } from 'i18next';
import { CircleHelp, Megaphone, Rss, ShieldHalf, SlidersHorizontal, Tags, Trash2 } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { receivesCopies } from '@/features/announcements';
import { FollowedSettings, FollowersSettings } from '@/features/announcements/components';
import { ChannelOverviewSettings } from '@/features/channels/components';
import { ForumSettings } from '@/features/forums/components';
import { ChannelPermissionsSettings, ExplainerSettings } from '@/features/roles/components';
import { usePermissions, type HeldServer } from '@/features/servers';
import { SettingsPages, type SettingsPage } from '@/features/settings/components';
import { Divider, Icon, ListItem } from '@/ui';
import { openDialog } from '../dialogs-store';
import { splitAddress } from '../use-channel-settings';
import type { Overlay } from '../use-overlay';
import { useTurn } from './use-turn';

interface ChannelSettingsProps {
  overlay: Overlay;
  server: HeldServer;
  channel: Channel;
}

/** The settings of one channel or category, as far as they are open to whoever looks. */
export default function ChannelSettings({ overlay, server, channel }: ChannelSettingsProps) {
  const { t } = useTranslation();
  const turn = useTurn(overlay);
  const pages = usePages(server, channel);
  const isCategory = channel.type === 'CATEGORY';
  const canManage = hasPermission(usePermissions(server.id, channel.id), 'MANAGE_CHANNELS');
  return (
    <SettingsPages
      title={isCategory ? channel.name : `#${channel.name}`}
      page={splitAddress(overlay.value ?? '').page}
      onPage={(page) => turn(page === '' ? channel.id : `${channel.id}.${page}`)}
      onClose={overlay.close}
      pages={pages}
      ending={
        canManage && (
          <>
            <Divider className="mx-2 my-2" />
            <ListItem leading={<Icon icon={Trash2} />} onClick={() => openDialog({ kind: 'deleteChannel', channelId: channel.id })}>
              {isCategory ? t('channels.deleteCategory') : t('channels.delete')}
            </ListItem>
          </>
        )
      }
    />
  );
}

function usePages(server: HeldServer, channel: Channel): SettingsPage[] {
  const { t } = useTranslation();
  const permissions = usePermissions(server.id, channel.id);
  const overview: SettingsPage = {
    id: 'overview',
    label: t('serverSettings.overview'),
    icon: SlidersHorizontal,
    content: <ChannelOverviewSettings channel={channel} />,
  };
  const rights: SettingsPage = {
    id: 'permissions',
    label: t('roles.permissions'),
    icon: ShieldHalf,
    content: <ChannelPermissionsSettings server={server} channel={channel} />,
    panes: true,
  };
  const explainer: SettingsPage = {
    id: 'why',
    label: t('explainer.title'),
    icon: CircleHelp,
    content: <ExplainerSettings server={server} channel={channel} />,
  };
  const following: SettingsPage = {
    id: 'following',
    label: t('announcements.following'),
    icon: Rss,
    content: <FollowedSettings channel={channel} />,
  };
  return [
    ...(hasPermission(permissions, 'MANAGE_CHANNELS') ? [overview, ...pagesOfKind(channel, t)] : []),
    ...(receivesCopies(channel) && hasPermission(permissions, 'MANAGE_WEBHOOKS') ? [following] : []),
    ...(hasPermission(permissions, 'MANAGE_ROLES') ? [rights, explainer] : []),
  ];
}

/** What only channels of its kind have. */
function pagesOfKind(channel: Channel, t: TFunction): SettingsPage[] {
  if (channel.type === 'FORUM')
    return [{ id: 'posts', label: t('forums.settings'), icon: Tags, content: <ForumSettings channel={channel} /> }];
  if (channel.type !== 'ANNOUNCEMENT') return [];
  return [{ id: 'followers', label: t('announcements.followers'), icon: Megaphone, content: <FollowersSettings channel={channel} /> }];
}
