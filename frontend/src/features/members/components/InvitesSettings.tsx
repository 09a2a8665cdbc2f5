import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '@/ui';
import { useCan, type HeldServer } from '@/features/servers';
import { Arrivals } from './Arrivals';
import { OpenInvites } from './OpenInvites';

export interface InvitesSettingsProps {
  server: HeldServer;
  onInvite: () => void;
}

/** The links that lead here, and who came by them. */
export default function InvitesSettings({ server, onInvite }: InvitesSettingsProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'open' | 'arrivals'>('open');
  const seesArrivals = useCan(server.id, 'KICK_MEMBERS');
  const open = <OpenInvites serverId={server.id} onInvite={onInvite} />;
  if (!seesArrivals) return open;
  return (
    <Tabs
      label={t('invites.title')}
      value={tab}
      onValueChange={setTab}
      items={[
        { value: 'open', label: t('invites.open'), panel: open },
        { value: 'arrivals', label: t('arrivals.title'), panel: <Arrivals serverId={server.id} /> },
      ]}
    />
  );
}
