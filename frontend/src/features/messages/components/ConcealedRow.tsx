import type { UserSummary } from '@hearth/contract';
import { EyeOff } from 'lucide-react';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from '@/i18n';
import type { Concealment } from '@/features/relationships';
import { Button, Icon } from '@/ui';
import { concealedText } from './concealed-text';
import { showInPlace } from './show-in-place';

export interface ConcealedRowProps {
  rowKey: string;
  isActive: boolean;
  author: UserSummary;
  why: Concealment;
  /** The row as it would be. */
  children: ReactNode;
}

/** In place of what somebody wrote whom the reader does not want to hear, until they ask for it. */
export function ConcealedRow({ rowKey, isActive, author, why, children }: ConcealedRowProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  if (shown) return children;
  const show = (event: SyntheticEvent<HTMLElement>) => showInPlace(event, () => setShown(true));
  return (
    <article
      data-row={rowKey}
      tabIndex={isActive ? 0 : -1}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        event.preventDefault();
        show(event);
      }}
      className="flex items-center gap-4 px-4 py-0.5 text-ui text-fg-subtle hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="flex w-10 shrink-0 justify-center">
        <Icon icon={EyeOff} />
      </span>
      <span className="min-w-0 truncate">{concealedText(t, author, why)}</span>
      <Button size="small" variant="ghost" tabIndex={-1} onClick={show}>
        {t('concealed.show')}
      </Button>
    </article>
  );
}
