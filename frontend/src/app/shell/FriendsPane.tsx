import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PresenceAvatar } from '@/features/presence/components';
import { useFriends } from '@/features/relationships';
import { EmptyState, ListItem, ScrollArea } from '@/ui';
import { WayBack } from './WayBack';

/** Friends and requests. */
export function FriendsPane() {
  const { t } = useTranslation();
  const friends = useFriends();
  return (
    <>
      <header className="flex h-header shrink-0 items-center gap-2 border-b border-line px-2 desktop:ps-4">
        <WayBack channel={{ serverId: null }} />
        <h1 className="text-heading font-semibold">{t('friends.title')}</h1>
      </header>
      {friends.length === 0 ? (
        <EmptyState icon={Users} title={t('friends.none')} />
      ) : (
        <ScrollArea className="flex-1 p-4">
          <ul>
            {friends.map((user) => (
              <li key={user.id}>
                <ListItem leading={<PresenceAvatar user={user} size={40} />}>{user.displayName}</ListItem>
              </li>
            ))}
          </ul>
        </ScrollArea>
      )}
    </>
  );
}
