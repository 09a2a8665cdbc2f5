import { X } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { IconButton } from '@/ui';

/** The head of a pane that lies over the conversation. */
export function PaneHeader({ title, onClose }: { title: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <header className="flex h-header shrink-0 items-center gap-2 ps-4 pe-2">
      <h2 className="min-w-0 flex-1 truncate text-heading font-semibold">{title}</h2>
      <IconButton icon={X} label={t('common.close')} onClick={onClose} />
    </header>
  );
}
