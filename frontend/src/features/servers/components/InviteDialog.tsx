import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Dialog } from '@/ui';
import { InviteLink } from './InviteLink';

export interface InviteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  server: { id: string; name: string };
  /** Where those who come in arrive. */
  channel: { id: string; name: string } | null;
  /** What stands below the link. */
  children?: ReactNode;
}

/** Brings people into a server. */
export default function InviteDialog({ open, onOpenChange, server, channel, children }: InviteDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('invite.title', { server: server.name })}
      description={channel ? t('invite.introChannel', { channel: channel.name }) : t('invite.intro')}
    >
      <InviteLink serverId={server.id} channelId={channel?.id ?? null} />
      {children}
    </Dialog>
  );
}
