import type { Channel } from '@hearth/contract';
import { useTranslation } from '@/i18n';
import { Dialog } from '@/ui';
import { TopicText } from './TopicText';

export interface TopicDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
}

/** The topic of a channel where its head has no room for it. */
export default function TopicDialog({ open, onOpenChange, channel }: TopicDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('channels.topic')} description={<bdi>#{channel.name}</bdi>} size="small">
      <TopicText topic={channel.topic ?? ''} />
    </Dialog>
  );
}
