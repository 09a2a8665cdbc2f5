import type { Channel } from '@hearth/contract';
import { File, Image, Link2, Music } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '@/i18n';
import { closeLightbox, LightboxHost } from '@/features/messages/components/attachments';
import { Dialog, Tabs } from '@/ui';
import { FileTab } from './FileTab';
import { LinkTab } from './LinkTab';
import { MediaTab } from './MediaTab';

interface MediaDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  channel: Channel;
  /** Leads to a message of the channel, and ends this. */
  onGo: (seq: number) => void;
}

type TabName = 'media' | 'audio' | 'files' | 'links';

/** What was sent in a channel: pictures and films, sounds, other files, and links. */
export default function MediaDialog({ open, onOpenChange, channel, onGo }: MediaDialogProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<TabName>('media');
  // Whatever ends this, the picture over it goes too.
  useEffect(() => closeLightbox, []);
  const go = (seq: number) => {
    closeLightbox();
    onGo(seq);
  };
  const common = { channelId: channel.id, onGo: go };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('media.title')} size="large">
      <div className="min-h-[min(36rem,70dvh)]">
        <Tabs
          label={t('media.kinds')}
          value={tab}
          onValueChange={setTab}
          items={[
            { value: 'media', label: t('media.media'), icon: Image, panel: <MediaTab {...common} /> },
            { value: 'audio', label: t('media.audio'), icon: Music, panel: <FileTab key="audio" kind="audio" {...common} /> },
            { value: 'files', label: t('media.files'), icon: File, panel: <FileTab key="files" kind="files" {...common} /> },
            { value: 'links', label: t('media.links'), icon: Link2, panel: <LinkTab {...common} /> },
          ]}
        />
      </div>
      <LightboxHost name="media" />
    </Dialog>
  );
}
