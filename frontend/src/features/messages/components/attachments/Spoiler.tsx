import { useState, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';

/** Hidden until somebody asks for it. @param label what the button says, if it is no picture */
export function Spoiler({ tabIndex, label, children }: { tabIndex: number; label?: string; children: ReactNode }) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  if (isShown) return children;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={label ?? t('attachments.spoiler')}
      onClick={() => setShown(true)}
      className="relative block size-full overflow-hidden focus-visible:-outline-offset-2"
    >
      <span inert className="block size-full scale-110 blur-[24px]">
        {children}
      </span>
      <span aria-hidden className="absolute inset-0 flex items-center justify-center bg-scrim">
        <span className="rounded-full bg-popover px-3 py-1 text-ui font-semibold text-fg shadow-float">{t('attachments.spoilerMark')}</span>
      </span>
    </button>
  );
}
