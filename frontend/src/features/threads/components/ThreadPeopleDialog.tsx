import type { Channel, ThreadMember } from '@hearth/contract';
import { Users } from 'lucide-react';
import { useShownName } from '@/features/servers';
import { useFormat, useTranslation } from '@/i18n';
import { Avatar, DataList, Dialog, EmptyState, ListItem, NameText } from '@/ui';
import { useThreadMembers } from '../queries';

export interface ThreadPeopleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  thread: Channel;
  /** Shows more of somebody. */
  onPerson: (userId: string) => void;
}

/** Who is in a thread. */
export function ThreadPeopleDialog({ open, onOpenChange, thread, onPerson }: ThreadPeopleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('threads.people')} description={<bdi>{thread.name}</bdi>} size="small">
      <People thread={thread} onPerson={onPerson} />
    </Dialog>
  );
}

function People({ thread, onPerson }: Pick<ThreadPeopleDialogProps, 'thread' | 'onPerson'>) {
  const { t } = useTranslation();
  const list = useThreadMembers(thread.id);
  return (
    <DataList
      label={t('threads.people')}
      list={list}
      keyOf={({ user }) => user.id}
      errorTitle={t('threads.peopleFailed')}
      empty={
        <EmptyState icon={Users} title={t('threads.nobody')}>
          {t('threads.nobodyText')}
        </EmptyState>
      }
    >
      {(member) => <Person serverId={thread.serverId} member={member} onPerson={onPerson} />}
    </DataList>
  );
}

interface PersonProps {
  serverId: string | null;
  member: ThreadMember;
  onPerson: (userId: string) => void;
}

function Person({ serverId, member: { user, joinedAt }, onPerson }: PersonProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, color } = useShownName(serverId, user);
  return (
    <ListItem
      className="my-1"
      leading={<Avatar id={user.id} name={name} picture={user.avatar} size={32} />}
      detail={t('threads.inSince', { date: format.date(joinedAt) })}
      onClick={() => onPerson(user.id)}
    >
      <NameText name={name} color={color} />
    </ListItem>
  );
}
