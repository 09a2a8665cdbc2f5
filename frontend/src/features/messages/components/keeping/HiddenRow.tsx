import { EyeOff } from 'lucide-react';
import type { Message } from '@hearth/contract';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from '@/i18n';
import { Button, Icon } from '@/ui';
import { useActions } from '../conversation-actions';
import { showInPlace } from '../show-in-place';

export interface HiddenRowProps {
  rowKey: string;
  isActive: boolean;
  message: Message;
  /** The row as it would be. */
  children: ReactNode;
}

/** In place of a message that the reader hid. Showing it is for now and here; undoing is for good and everywhere. */
export default function HiddenRow({ rowKey, isActive, message, children }: HiddenRowProps) {
  const { t } = useTranslation();
  const { show } = useActions();
  const [shown, setShown] = useState(false);
  if (shown) return children;
  const reveal = (event: SyntheticEvent<HTMLElement>) => showInPlace(event, () => setShown(true));
  return (
    <article
      data-row={rowKey}
      tabIndex={isActive ? 0 : -1}
      aria-label={t('kept.hidden')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        reveal(event);
      }}
      className="flex items-center gap-4 px-4 py-0.5 text-ui text-fg-subtle hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="flex w-10 shrink-0 justify-center">
        <Icon icon={EyeOff} />
      </span>
      <span className="min-w-0 truncate">{t('kept.hidden')}</span>
      <span className="flex">
        <Button size="small" variant="ghost" tabIndex={-1} onClick={reveal}>
          {t('concealed.show')}
        </Button>
        <Button size="small" variant="ghost" tabIndex={-1} onClick={() => show(message)}>
          {t('kept.undo')}
        </Button>
      </span>
    </article>
  );
}
