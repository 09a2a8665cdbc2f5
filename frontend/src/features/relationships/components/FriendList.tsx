import type { UserSummary } from '@hearth/contract';
import { Ellipsis, MessageSquare, UserPlus, UserSearch, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import { usePresentIds } from '@/features/presence/components';
import { Button, EmptyState, IconButton, Menu, SearchField } from '@/ui';
import { matchingPeople } from '../people';
import { PeopleList } from './PeopleList';
import { PersonRow } from './PersonRow';
import { RelationshipMenuItems } from './RelationshipMenuItems';

export interface FriendListProps {
  friends: readonly UserSummary[];
  onlyPresent: boolean;
  onMessage: (userId: string) => void;
  onAdd: () => void;
}

/** Friends, or those of them who are here. */
export function FriendList({ friends, onlyPresent, onMessage, onAdd }: FriendListProps) {
  const { t } = useTranslation();
  const present = usePresentIds();
  const [query, setQuery] = useState('');
  const listed = onlyPresent ? friends.filter(({ id }) => present.has(id)) : friends;
  if (listed.length === 0) return <Nobody anybody={friends.length > 0} onAdd={onAdd} />;
  const found = matchingPeople(listed, query);
  return (
    <div className="flex flex-col gap-3">
      <SearchField label={t('friends.search')} value={query} onValueChange={setQuery} />
      {found.length === 0 ? (
        <EmptyState icon={UserSearch} title={t('friends.noMatch', { query })} />
      ) : (
        <PeopleList title={t('friends.count', { count: found.length })} people={found}>
          {(user) => <PersonRow user={user} isFriend actions={<FriendActions user={user} onMessage={onMessage} />} />}
        </PeopleList>
      )}
    </div>
  );
}

function Nobody({ anybody, onAdd }: { anybody: boolean; onAdd: () => void }) {
  const { t } = useTranslation();
  if (anybody) {
    return (
      <EmptyState icon={Users} title={t('friends.noneOnline')}>
        {t('friends.noneOnlineHint')}
      </EmptyState>
    );
  }
  const add = (
    <Button variant="primary" icon={UserPlus} onClick={onAdd}>
      {t('friends.add')}
    </Button>
  );
  return (
    <EmptyState icon={Users} title={t('friends.none')} action={add}>
      {t('friends.noneHint')}
    </EmptyState>
  );
}

function FriendActions({ user, onMessage }: { user: UserSummary; onMessage: (userId: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <IconButton icon={MessageSquare} label={t('friends.messageTo', { name: user.displayName })} onClick={() => onMessage(user.id)} />
      <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('friends.more', { name: user.displayName })} />}>
        <RelationshipMenuItems user={user} />
      </Menu>
    </>
  );
}
