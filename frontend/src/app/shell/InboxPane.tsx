import { Suspense } from 'react';
import { useTranslation } from '@/i18n';
import { InboxPage } from '@/features/inbox/components';
import { WayBack } from './WayBack';

/** What calls for the user. */
export function InboxPane() {
  const { t } = useTranslation();
  return (
    <>
      <header className="flex shrink-0 border-b border-line pt-[env(safe-area-inset-top)]">
        <div className="flex h-header min-w-0 flex-1 items-center gap-2 px-2 desktop:ps-4">
          <WayBack channel={{ serverId: null }} />
          <h1 className="text-heading font-semibold">{t('conversations.inbox')}</h1>
        </div>
      </header>
      <Suspense>
        <InboxPage />
      </Suspense>
    </>
  );
}
