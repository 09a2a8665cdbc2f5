import { Link as LinkIcon, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HeldServer } from '@/features/servers';
import { SettingsPages } from '@/features/settings/components';
import { InvitesSettings } from './InvitesSettings';
import { OverviewSettings } from './OverviewSettings';

export interface ServerSettingsProps {
  server: HeldServer;
  page: string;
  onPage: (id: string) => void;
  onClose: () => void;
  onInvite: () => void;
  onLeave: () => void;
}

export default function ServerSettings({ server, page, onPage, onClose, onInvite, onLeave }: ServerSettingsProps) {
  const { t } = useTranslation();
  return (
    <SettingsPages
      title={server.name}
      page={page}
      onPage={onPage}
      onClose={onClose}
      pages={[
        {
          id: 'overview',
          label: t('serverSettings.overview'),
          icon: Settings,
          content: <OverviewSettings server={server} onLeave={onLeave} />,
        },
        { id: 'invites', label: t('invites.title'), icon: LinkIcon, content: <InvitesSettings serverId={server.id} onInvite={onInvite} /> },
      ]}
    />
  );
}
