import { useState, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';

/** Text that waits to be asked for. Hidden from screen readers too until then. */
export function Spoiler({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  if (shown) return <span className="rounded-chip bg-active px-0.5">{children}</span>;
  return (
    <button
      type="button"
      aria-label={t('markdown.showSpoiler')}
      onClick={() => setShown(true)}
      className="rounded-chip bg-line-strong px-0.5 text-start"
    >
      <span aria-hidden className="invisible">
        {children}
      </span>
    </button>
  );
}
