import { Crown, Link as LinkIcon, LogOut, Settings, ShieldHalf, Users, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InvitesSettings, MembersSettings, OwnerSettings } from '@/features/members/components';
import { RolesSettings } from '@/features/roles/components';
import { useSections, type HeldServer, type SectionId } from '@/features/servers';
import { OverviewSettings } from '@/features/servers/components';
import { SettingsPages } from '@/features/settings/components';
import { Divider, Icon, ListItem } from '@/ui';
import { openDialog } from '../dialogs-store';
import type { Overlay } from '../use-overlay';
import { useTurn } from './use-turn';

interface Section {
  label: string;
  icon: LucideIcon;
  content: ReactNode;
  group: string;
  panes?: boolean;
}

/** The settings of a server, as far as they are open to whoever looks. */
export default function ServerSettings({ overlay, server }: { overlay: Overlay; server: HeldServer }) {
  const { t } = useTranslation();
  const turn = useTurn(overlay);
  const contents = useContents(server);
  const pages = useSections(server).flatMap((id) => (contents[id] ? { id, ...contents[id] } : []));
  const isOwner = server.ownerId === server.me.user.id;
  return (
    <SettingsPages
      title={server.name}
      page={overlay.value ?? ''}
      onPage={turn}
      onClose={overlay.close}
      pages={pages}
      ending={
        !isOwner && (
          <>
            <Divider className="mx-2 my-2" />
            <ListItem leading={<Icon icon={LogOut} mirrored />} onClick={() => openDialog({ kind: 'leaveServer', serverId: server.id })}>
              {t('servers.leave')}
            </ListItem>
          </>
        )
      }
    />
  );
}

function useContents(server: HeldServer): Partial<Record<SectionId, Section>> {
  const { t } = useTranslation();
  const [place, owner] = [t('serverSettings.groups.server'), t('serverSettings.groups.owner')];
  const invite = () => openDialog({ kind: 'invite', serverId: server.id, channelId: null });
  return {
    overview: { label: t('serverSettings.overview'), icon: Settings, group: place, content: <OverviewSettings server={server} /> },
    roles: { label: t('roles.title'), icon: ShieldHalf, group: place, content: <RolesSettings server={server} />, panes: true },
    members: { label: t('membersPage.title'), icon: Users, group: place, content: <MembersSettings server={server} /> },
    invites: {
      label: t('invites.title'),
      icon: LinkIcon,
      group: place,
      content: <InvitesSettings server={server} onInvite={invite} />,
    },
    danger: { label: t('ownerSettings.title'), icon: Crown, group: owner, content: <OwnerSettings server={server} /> },
  };
}
