import type { UserSummary } from '@hearth/contract';
import { ShieldCheck } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { Button, EmptyState } from '@/ui';
import type { People } from '../people';
import { PeopleList } from './PeopleList';
import { PersonRow } from './PersonRow';
import { useRelationshipActs } from './use-relationship-acts';

/** Whom the user blocks, and whom they ignore. */
export function HiddenLists({ blocked, ignored }: Pick<People, 'blocked' | 'ignored'>) {
  const { t } = useTranslation();
  if (blocked.length + ignored.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title={t('friends.noHidden')}>
        {t('friends.noHiddenHint')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {blocked.length > 0 && (
        <PeopleList title={t('friends.blocked')} people={blocked}>
          {(user) => <PersonRow user={user} actions={<Release user={user} isBlocked />} />}
        </PeopleList>
      )}
      {ignored.length > 0 && (
        <PeopleList title={t('friends.ignored')} people={ignored}>
          {(user) => <PersonRow user={user} actions={<Release user={user} isBlocked={false} />} />}
        </PeopleList>
      )}
    </div>
  );
}

function Release({ user, isBlocked }: { user: UserSummary; isBlocked: boolean }) {
  const { t } = useTranslation();
  const acts = useRelationshipActs();
  const name = user.displayName;
  const release = () => (isBlocked ? acts.end(user, 'BLOCKED') : acts.setIgnored(user, false));
  return (
    <Button size="small" aria-label={t(isBlocked ? 'friends.unblockName' : 'friends.unignoreName', { name })} onClick={release}>
      {t(isBlocked ? 'friends.unblock' : 'friends.unignore')}
    </Button>
  );
}
