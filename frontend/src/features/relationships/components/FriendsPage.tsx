import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from '@/i18n';
import { useLocation, useSearch } from 'wouter';
import { useRelationships } from '@/features/relationships';
import { paths } from '@/lib/paths';
import { Badge, ScrollArea, Tabs } from '@/ui';
import type { Relationships } from '../cache';
import { groupPeople } from '../people';
import { AddFriend } from './AddFriend';
import { FriendList } from './FriendList';
import { HiddenLists } from './HiddenLists';
import { RequestLists } from './RequestLists';

const tabs = ['online', 'all', 'pending', 'hidden', 'add'] as const;
type Tab = (typeof tabs)[number];

export interface FriendsPageProps {
  onMessage: (userId: string) => void;
}

/** Friends, requests, and whom one does not want to hear. */
export default function FriendsPage({ onMessage }: FriendsPageProps) {
  const { t } = useTranslation();
  const { tab, setTab } = useTab();
  const held = useRelationships();
  const people = useMemo(() => groupPeople(held), [held]);
  const waiting = people.incoming.length;
  const box = useKeepFocus(held);
  const list = { friends: people.friends, onMessage, onAdd: () => setTab('add') };
  return (
    <ScrollArea className="flex-1">
      <div ref={box} tabIndex={-1} className="mx-auto w-full max-w-dialog-large p-3 outline-none tablet:p-4">
        <Tabs<Tab>
          label={t('friends.tabs')}
          value={tab}
          onValueChange={setTab}
          items={[
            { value: 'online', label: t('friends.online'), panel: <FriendList key="online" {...list} onlyPresent /> },
            { value: 'all', label: t('friends.all'), panel: <FriendList key="all" {...list} onlyPresent={false} /> },
            {
              value: 'pending',
              label: t('friends.pending'),
              badge: waiting > 0 && <Badge count={waiting} label={t('friends.requestsFor', { count: waiting })} />,
              panel: <RequestLists {...people} />,
            },
            { value: 'hidden', label: t('friends.hidden'), panel: <HiddenLists {...people} /> },
            { value: 'add', label: t('friends.add'), panel: <AddFriend /> },
          ]}
        />
      </div>
    </ScrollArea>
  );
}

/** How long, in milliseconds, a dialog holds the focus on its way out. */
const QUESTION_LEAVES = 300;

/** Whoever acts on a row that is gone by it goes on from here. */
function useKeepFocus(held: Relationships) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(held);
  useEffect(() => {
    if (before.current === held) return;
    before.current = held;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) box.current?.focus();
    }, QUESTION_LEAVES);
    return () => clearTimeout(timer);
  }, [held]);
  return box;
}

/** In the address, so that other places can lead to one. */
function useTab() {
  const search = useSearch();
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(search).get('tab');
  const tab = tabs.find((one) => one === asked) ?? 'online';
  return { tab, setTab: (next: Tab) => navigate(`${paths.friends}?tab=${next}`, { replace: true }) };
}
