import { Suspense } from 'react';
import { useTranslation } from '@/i18n';
import { FriendsPage } from '@/features/relationships/components';
import { useMessagePerson } from './use-message-person';
import { WayBack } from './WayBack';

/** Friends and requests. */
export function FriendsPane() {
  const { t } = useTranslation();
  const message = useMessagePerson();
  return (
    <>
      <header className="flex shrink-0 border-b border-line pt-[env(safe-area-inset-top)]">
        <div className="flex h-header min-w-0 flex-1 items-center gap-2 px-2 desktop:ps-4">
          <WayBack channel={{ serverId: null }} />
          <h1 className="text-heading font-semibold">{t('friends.title')}</h1>
        </div>
      </header>
      <Suspense>
        <FriendsPage onMessage={message} />
      </Suspense>
    </>
  );
}
