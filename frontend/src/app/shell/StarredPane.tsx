import { Suspense } from 'react';
import { useTranslation } from '@/i18n';
import { StarredPage } from '@/features/starred/components';
import { WayBack } from './WayBack';

/** What the user starred. */
export function StarredPane() {
  const { t } = useTranslation();
  return (
    <>
      <header className="flex shrink-0 border-b border-line pt-[env(safe-area-inset-top)]">
        <div className="flex h-header min-w-0 flex-1 items-center gap-2 px-2 desktop:ps-4">
          <WayBack channel={{ serverId: null }} />
          <h1 className="text-heading font-semibold">{t('kept.savedTitle')}</h1>
        </div>
      </header>
      <Suspense>
        <StarredPage />
      </Suspense>
    </>
  );
}
