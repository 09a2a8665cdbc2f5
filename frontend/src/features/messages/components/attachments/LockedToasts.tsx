import { useEffect } from 'react';
import { useTranslation } from '@/i18n';
import { useToast } from '@/ui';
import { takeLocked, useLockedFiles } from '../../locked-away';

/** Long enough to be read by whoever does something else. */
const SHOWN_MS = 20_000;

/** Tells the author when something harmful was found in what they sent. */
export default function LockedToasts() {
  const { t } = useTranslation();
  const toast = useToast();
  const files = useLockedFiles((held) => held.files);
  useEffect(() => {
    if (files.length === 0) return;
    for (const { name, threat = '' } of files)
      toast.show({
        title: t('attachments.lockedAway', { name }),
        description: t('attachments.lockedAwayWhy', { threat }),
        tone: 'danger',
        timeout: SHOWN_MS,
      });
    takeLocked();
  }, [files, t, toast]);
  return null;
}
