import {
  Bot,
  Crown,
  DoorOpen,
  Flag,
  Gavel,
  HardDrive,
  Link as LinkIcon,
  LogOut,
  ScrollText,
  Settings,
  ShieldHalf,
  Siren,
  Smile,
  Sticker,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { useLocation } from 'wouter';
import { AutoModSettings } from '@/features/automod/components';
import { AuditLogSettings } from '@/features/audit-log/components';
import { ExpressionsSettings } from '@/features/expressions/components/management';
import { InvitesSettings, MembersSettings, OwnerSettings } from '@/features/members/components';
import { BansSettings, IncidentsSettings, OpenReports, ReportsSettings, ScreeningSettings } from '@/features/moderation/components';
import { ServerPictures } from '@/features/pictures/components';
import { RolesSettings } from '@/features/roles/components';
import { useSections, type HeldServer, type SectionId } from '@/features/servers';
import { OverviewSettings } from '@/features/servers/components';
import { ServerStorageSettings } from '@/features/storage/components';
import { SettingsPages } from '@/features/settings/components';
import { paths } from '@/lib/paths';
import { Divider, Icon, ListItem } from '@/ui';
import { openDialog } from '../dialogs-store';
import type { Overlay } from '../use-overlay';
import { useTurn } from './use-turn';

interface Section {
  label: string;
  icon: LucideIcon;
  content: ReactNode;
  group: string;
  badge?: ReactNode;
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
  const [place, moderation, owner] = [
    t('serverSettings.groups.server'),
    t('serverSettings.groups.moderation'),
    t('serverSettings.groups.owner'),
  ];
  const [, navigate] = useLocation();
  const openMessage = (channelId: string, seq: number) => navigate(paths.message(server.id, channelId, seq));
  const invite = () => openDialog({ kind: 'invite', serverId: server.id, channelId: null });
  return {
    overview: {
      label: t('serverSettings.overview'),
      icon: Settings,
      group: place,
      content: <OverviewSettings server={server} pictures={<ServerPictures server={server} />} />,
    },
    roles: { label: t('roles.title'), icon: ShieldHalf, group: place, content: <RolesSettings server={server} />, panes: true },
    emoji: {
      label: t('expressions.EMOJI.title'),
      icon: Smile,
      group: place,
      content: <ExpressionsSettings server={server} type="EMOJI" />,
    },
    stickers: {
      label: t('expressions.STICKER.title'),
      icon: Sticker,
      group: place,
      content: <ExpressionsSettings server={server} type="STICKER" />,
    },
    storage: { label: t('storage.title'), icon: HardDrive, group: place, content: <ServerStorageSettings server={server} /> },
    members: { label: t('membersPage.title'), icon: Users, group: place, content: <MembersSettings server={server} /> },
    invites: {
      label: t('invites.title'),
      icon: LinkIcon,
      group: place,
      content: <InvitesSettings server={server} onInvite={invite} />,
    },
    reports: {
      label: t('reports.title'),
      icon: Flag,
      group: moderation,
      content: <ReportsSettings server={server} onOpenMessage={openMessage} />,
      badge: (
        <Suspense>
          <OpenReports serverId={server.id} />
        </Suspense>
      ),
    },
    bans: { label: t('bans.title'), icon: Gavel, group: moderation, content: <BansSettings server={server} /> },
    automod: { label: t('autoMod.title'), icon: Bot, group: moderation, content: <AutoModSettings server={server} />, panes: true },
    'audit-log': { label: t('auditLog.title'), icon: ScrollText, group: moderation, content: <AuditLogSettings server={server} /> },
    screening: { label: t('screening.title'), icon: DoorOpen, group: moderation, content: <ScreeningSettings server={server} /> },
    incidents: { label: t('incidents.title'), icon: Siren, group: moderation, content: <IncidentsSettings server={server} /> },
    danger: { label: t('ownerSettings.title'), icon: Crown, group: owner, content: <OwnerSettings server={server} /> },
  };
}
