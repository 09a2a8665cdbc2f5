import { ArrowDown } from 'lucide-react';
import { useFormat, useTranslation } from '@/i18n';
import { Button, IconButton } from '@/ui';

export interface JumpToNewestProps {
  /** New messages below. */
  count: number;
  onFirstNew: () => void;
  onNewest: () => void;
}

/** The way down for whoever reads further up: to the first of what is new, and to the present. */
export default function JumpToNewest({ count, onFirstNew, onNewest }: JumpToNewestProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-2 flex items-center justify-end gap-2 px-4 *:pointer-events-auto">
      {count > 0 && (
        <Button variant="primary" size="small" className="rounded-full! shadow-float" onClick={onFirstNew}>
          {t('conversation.newMessages', { count, number: format.number(count) })}
        </Button>
      )}
      <span className="rounded-full bg-popover shadow-float">
        <IconButton
          icon={ArrowDown}
          label={t('conversation.jumpToNewest')}
          className="rounded-full!"
          tooltipSide="top"
          onClick={onNewest}
        />
      </span>
    </div>
  );
}
