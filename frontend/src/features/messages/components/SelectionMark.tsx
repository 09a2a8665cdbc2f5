import { Square, SquareCheckBig } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Icon } from '@/ui';
import { toggleSelected } from '../selection-store';

export function SelectionMark({ messageId, selected }: { messageId: string; selected: boolean }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={selected}
      aria-label={t('messages.choose')}
      onClick={() => toggleSelected(messageId)}
      className={cn('touch-area grid size-6 place-items-center rounded-chip', selected ? 'text-fg' : 'text-fg-subtle')}
    >
      <Icon icon={selected ? SquareCheckBig : Square} size="bar" />
    </button>
  );
}
