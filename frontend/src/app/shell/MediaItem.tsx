import { Images } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { MenuItem } from '@/ui';
import { openDialog } from '../dialogs-store';

/** Leads to the files of a channel or conversation. */
export default function MediaItem({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  return (
    <MenuItem icon={Images} onSelect={() => openDialog({ kind: 'media', channelId })}>
      {t('channels.media')}
    </MenuItem>
  );
}
