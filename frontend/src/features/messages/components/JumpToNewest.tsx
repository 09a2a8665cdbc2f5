import { ArrowDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n';
import { Button, IconButton } from '@/ui';

export interface JumpToNewestProps {
  /** New messages below; null where that is not known. */
  count: number | null;
  onClick: () => void;
}

export function JumpToNewest({ count, onClick }: JumpToNewestProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-end px-4 *:pointer-events-auto">
      {count !== null && count > 0 ? (
        <Button variant="primary" size="small" icon={ArrowDown} className="rounded-full! shadow-float" onClick={onClick}>
          {t('conversation.newMessages', { count, number: format.number(count) })}
        </Button>
      ) : (
        <span className="rounded-full bg-popover shadow-float">
          <IconButton
            icon={ArrowDown}
            label={t('conversation.jumpToNewest')}
            className="rounded-full!"
            tooltipSide="top"
            onClick={onClick}
          />
        </span>
      )}
    </div>
  );
}
