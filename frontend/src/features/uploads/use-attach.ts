import { limits } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';
import { useToast } from '@/ui';
import { sorted, uploadBounds } from './bounds';
import { openQueue } from './client';
import { isShrinkable } from './shrink';
import { useSizeStore } from './size-store';

/** Puts files beside the message that is being written: they are on their way from then on. @param trayId of a dialog */
export function useAttach(channelId: string, trayId?: string): (files: readonly File[]) => Promise<void> {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useToast();
  return async (chosen) => {
    if (chosen.length === 0) return;
    const [queue, bounds] = await Promise.all([openQueue(), uploadBounds()]);
    const { files, tooLarge, notAllowed } = sorted(chosen, bounds);
    if (bounds && tooLarge > 0)
      toast.show({ title: t('uploads.tooLarge', { count: tooLarge, size: format.bytes(bounds.maxFileBytes) }), tone: 'warning' });
    if (notAllowed > 0) toast.show({ title: t('errors.FILE_KIND_NOT_ALLOWED'), tone: 'warning' });
    const { smaller } = useSizeStore.getState();
    const tooMany = queue.add(
      channelId,
      files.map((file) => ({ file, name: file.name, isSmaller: smaller && isShrinkable(file) })),
      trayId,
    );
    if (tooMany > 0) toast.show({ title: t('uploads.tooMany', { number: limits.attachments }), tone: 'warning' });
  };
}
