import type { Message } from '@hearth/contract';
import { Pin, Star } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Icon, VisuallyHidden } from '@/ui';

/** At the end of a row: that it is pinned for all, and starred by the reader. */
export default function RowMarks({ message: { pinnedAt, starred } }: { message: Message }) {
  const { t } = useTranslation();
  return (
    <span className="flex h-5.5 items-center gap-1 text-fg-subtle">
      {starred && (
        <span title={t('kept.starred')} className="flex">
          <Icon icon={Star} size="small" />
          <VisuallyHidden>{t('kept.starred')}</VisuallyHidden>
        </span>
      )}
      {pinnedAt !== null && (
        <span title={t('kept.pinned')} className="flex">
          <Icon icon={Pin} size="small" />
          <VisuallyHidden>{t('kept.pinned')}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
