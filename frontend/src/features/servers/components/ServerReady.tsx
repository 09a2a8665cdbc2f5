import type { JoinedServer } from '@hearth/contract';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Button, Dialog } from '@/ui';
import { InviteLink } from './InviteLink';

export interface ServerReadyProps {
  open: boolean;
  server: JoinedServer;
  onDone: () => void;
}

/** The first thing a new server needs is somebody else. */
export function ServerReady({ open, server, onDone }: ServerReadyProps) {
  const { t } = useTranslation();
  const first = server.channels.find(({ type }) => type === 'TEXT');
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onDone();
      }}
      title={t('servers.ready', { server: server.name })}
      description={t('servers.readyIntro')}
      footer={
        <Button iconEnd={ArrowRight} onClick={onDone}>
          {first ? t('servers.openChannel', { channel: first.name }) : t('servers.open')}
        </Button>
      }
    >
      <InviteLink serverId={server.id} channelId={first?.id ?? null} />
    </Dialog>
  );
}
