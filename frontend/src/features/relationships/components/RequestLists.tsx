import type { UserSummary } from '@hearth/contract';
import { Check, Inbox, X } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { EmptyState, IconButton } from '@/ui';
import type { People } from '../people';
import { askFirst } from '../question-store';
import { PeopleList } from './PeopleList';
import { PersonRow } from './PersonRow';
import { useRelationshipActs } from './use-relationship-acts';

/** Who asked the user, and whom the user asked. */
export function RequestLists({ incoming, outgoing }: Pick<People, 'incoming' | 'outgoing'>) {
  const { t } = useTranslation();
  if (incoming.length + outgoing.length === 0) {
    return (
      <EmptyState icon={Inbox} title={t('friends.noPending')}>
        {t('friends.noPendingHint')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {incoming.length > 0 && (
        <PeopleList title={t('friends.incoming')} people={incoming}>
          {(user) => <PersonRow user={user} actions={<Answers user={user} />} />}
        </PeopleList>
      )}
      {outgoing.length > 0 && (
        <PeopleList title={t('friends.outgoing')} people={outgoing}>
          {(user) => <PersonRow user={user} actions={<Cancel user={user} />} />}
        </PeopleList>
      )}
    </div>
  );
}

function Answers({ user }: { user: UserSummary }) {
  const { t } = useTranslation();
  const acts = useRelationshipActs();
  const name = user.displayName;
  return (
    <>
      <IconButton icon={Check} variant="secondary" label={t('friends.acceptFrom', { name })} onClick={() => acts.accept(user)} />
      <IconButton icon={X} label={t('friends.declineFrom', { name })} onClick={() => askFirst({ kind: 'decline', user })} />
    </>
  );
}

function Cancel({ user }: { user: UserSummary }) {
  const { t } = useTranslation();
  const acts = useRelationshipActs();
  return <IconButton icon={X} label={t('friends.cancelTo', { name: user.displayName })} onClick={() => acts.end(user, 'OUTGOING')} />;
}
