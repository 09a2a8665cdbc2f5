import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { Tabs } from '@/ui';
import { useCan, type HeldServer } from '@/features/servers';
import { Arrivals } from './Arrivals';
import { OpenInvites } from './OpenInvites';

export interface InvitesSettingsProps {
  server: HeldServer;
  onInvite: () => void;
}

/** The links that lead here, and who came by them: each for those who may know. */
export default function InvitesSettings({ server, onInvite }: InvitesSettingsProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'open' | 'arrivals'>('open');
  const seesOpen = useCan(server.id, 'MANAGE_SERVER');
  const seesArrivals = useCan(server.id, 'KICK_MEMBERS');
  const open = <OpenInvites serverId={server.id} onInvite={onInvite} />;
  const arrivals = <Arrivals serverId={server.id} />;
  if (!seesArrivals) return open;
  if (!seesOpen) return arrivals;
  return (
    <Tabs
      label={t('invites.title')}
      value={tab}
      onValueChange={setTab}
      items={[
        { value: 'open', label: t('invites.open'), panel: open },
        { value: 'arrivals', label: t('arrivals.title'), panel: arrivals },
      ]}
    />
  );
}
