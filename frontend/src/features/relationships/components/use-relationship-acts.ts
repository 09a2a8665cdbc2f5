import type { RelationshipType, UserSummary } from '@hearth/contract';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n';
import { useRemoveRelationship, useSetIgnored, useSetRelationship } from '@/features/relationships';
import { useToast } from '@/ui';
import { failureText } from './failure-text';

export interface RelationshipActs {
  ask: (user: UserSummary) => void;
  accept: (user: UserSummary) => void;
  /** Declines a request, takes one back, unfriends or unblocks. */
  end: (user: UserSummary, what: RelationshipType) => void;
  block: (user: UserSummary) => void;
  setIgnored: (user: UserSummary, ignored: boolean) => void;
}

/** What can be done about somebody, each with a word about how it went, also when what asked for it is gone by then. */
export function useRelationshipActs(): RelationshipActs {
  const { t } = useTranslation();
  const follow = useFollow();
  const { mutateAsync: set } = useSetRelationship();
  const { mutateAsync: remove } = useRemoveRelationship();
  const { mutateAsync: ignore } = useSetIgnored();
  return useMemo(() => {
    const befriend = ({ id, displayName: name }: UserSummary, expect?: RelationshipType) =>
      follow(set({ userId: id, type: 'FRIEND', expect }), ({ type }) =>
        t(type === 'FRIEND' ? 'friends.nowFriends' : 'friends.sent', { name }),
      );
    return {
      ask: (user) => befriend(user),
      accept: (user) => befriend(user, 'INCOMING'),
      end: ({ id, displayName: name }, what) =>
        follow(remove({ userId: id, expect: what }), () => {
          if (what === 'BLOCKED') return t('friends.wasUnblocked', { name });
          return what === 'FRIEND' ? t('friends.wasRemoved', { name }) : null;
        }),
      block: ({ id, displayName: name }) => follow(set({ userId: id, type: 'BLOCKED' }), () => t('friends.wasBlocked', { name })),
      setIgnored: (user, ignored) =>
        follow(ignore({ user, ignored }), () => t(ignored ? 'friends.wasIgnored' : 'friends.wasUnignored', { name: user.displayName })),
    };
  }, [set, remove, ignore, follow, t]);
}

/** Says how an act about somebody went; nothing where the page shows it. */
function useFollow() {
  const { t } = useTranslation();
  const toast = useToast();
  return useMemo(
    () =>
      <T>(act: Promise<T>, success: (answer: T) => string | null): void =>
        void act.then(
          (answer) => {
            const title = success(answer);
            if (title !== null) toast.show({ title, tone: 'success' });
          },
          (error: unknown) => toast.show({ title: t('friends.failed'), description: failureText(t, error), tone: 'danger' }),
        ),
    [toast, t],
  );
}
