import { Camera, Upload } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { useMediaQuery } from '@/lib/use-media-query';
import { MenuItem } from '@/ui';
import { pickFiles } from '../pick-files';
import { useAttach } from '../use-attach';

export interface AttachItemsProps {
  channelId: string;
  shortcut: string;
  /** Something may have been chosen. */
  onDone: () => void;
}

/** In the menu beside the field: files, and what a phone's camera sees. */
export function AttachItems({ channelId, shortcut, onDone }: AttachItemsProps) {
  const { t } = useTranslation();
  const attach = useAttach(channelId);
  const isPhone = useMediaQuery('(pointer: coarse)');
  const pick = (from: 'files' | 'camera') => () => void pickFiles(from).then(attach).then(onDone);
  return (
    <>
      <MenuItem icon={Upload} shortcut={shortcut} onSelect={pick('files')}>
        {t('uploads.choose')}
      </MenuItem>
      {isPhone && (
        <MenuItem icon={Camera} onSelect={pick('camera')}>
          {t('uploads.camera')}
        </MenuItem>
      )}
    </>
  );
}
