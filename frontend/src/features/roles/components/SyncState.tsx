import type { Channel } from '@hearth/contract';
import { Link2, Unlink2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { Button, Icon } from '@/ui';
import { useChannel, useChannels } from '@/features/channels';
import type { HeldServer } from '@/features/servers';
import { meanTheSame } from '../overwrites';
import SyncDialog from './SyncDialog';

interface SyncStateProps {
  server: HeldServer;
  channel: Channel;
  /** Something is changed here that is not stored yet. */
  isDirty: boolean;
}

/** Whether a channel goes with its category, or how many channels go with this one. */
export function SyncState({ server, channel, isDirty }: SyncStateProps) {
  const category = useChannel(channel.parentId ?? '');
  if (channel.type === 'CATEGORY') return <Followers server={server} category={channel} />;
  if (!category) return null;
  return meanTheSame(channel.overwrites, category.overwrites) && !isDirty ? (
    <InSync category={category} />
  ) : (
    <OutOfSync channel={channel} category={category} isDirty={isDirty} />
  );
}

function Followers({ server, category }: { server: HeldServer; category: Channel }) {
  const { t } = useTranslation();
  const count = useChannels(server.id).filter(
    ({ parentId, overwrites }) => parentId === category.id && meanTheSame(overwrites, category.overwrites),
  ).length;
  return <p className="text-ui text-fg-muted">{t('channelPermissions.followers', { count })}</p>;
}

function InSync({ category }: { category: Channel }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-start gap-2 text-ui text-fg-muted">
      <Icon icon={Link2} className="mt-0.5" />
      {t('channelPermissions.inSync', { category: category.name })}
    </p>
  );
}

function OutOfSync({ channel, category, isDirty }: { channel: Channel; category: Channel; isDirty: boolean }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="flex items-start gap-2 text-ui text-fg-muted">
        <Icon icon={Unlink2} className="mt-0.5" />
        {isDirty
          ? t('channelPermissions.leavesSync', { category: category.name })
          : t('channelPermissions.outOfSync', { category: category.name })}
      </p>
      {!isDirty && (
        <Button size="small" onClick={() => setAsks(true)}>
          {t('channelPermissions.sync')}
        </Button>
      )}
      <SyncDialog open={asks} onOpenChange={setAsks} channel={channel} category={category} />
    </div>
  );
}
