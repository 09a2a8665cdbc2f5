import type { RelationshipType, UserSummary } from '@hearth/contract';
import { Ban, Check, MessageSquare, Pencil, UserCheck, UserPlus, X } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { askFirst, useRelationship } from '@/features/relationships';
import { useRelationshipActs } from '@/features/relationships/components';
import { Button, Icon, IconButton } from '@/ui';

export interface ProfileActionsProps {
  user: UserSummary;
  isOwn: boolean;
  onMessage: () => void;
  onEditOwn: () => void;
}

/** What is done about somebody most often; the rest is in `ProfileMenu`. */
export function ProfileActions({ user, isOwn, onMessage, onEditOwn }: ProfileActionsProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isOwn ? <EditButton onClick={onEditOwn} /> : <Approach user={user} onMessage={onMessage} />}
    </div>
  );
}

function EditButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button icon={Pencil} onClick={onClick} className="flex-1">
      {t('profileCard.edit')}
    </Button>
  );
}

function Approach({ user, onMessage }: { user: UserSummary; onMessage: () => void }) {
  const { t } = useTranslation();
  const type = useRelationship(user.id)?.type ?? null;
  return (
    <>
      {type !== 'BLOCKED' && (
        <Button variant="primary" icon={MessageSquare} onClick={onMessage} className="flex-1">
          {t('friends.message')}
        </Button>
      )}
      {type === 'FRIEND' ? <FriendMark /> : <NextStep user={user} type={type} />}
    </>
  );
}

function FriendMark() {
  const { t } = useTranslation();
  return (
    <span className="flex flex-1 items-center justify-center gap-1.5 text-ui text-fg-muted">
      <Icon icon={UserCheck} />
      {t('friends.isFriend')}
    </span>
  );
}

const steps = {
  none: { icon: UserPlus, label: 'friends.ask' },
  INCOMING: { icon: Check, label: 'friends.accept' },
  OUTGOING: { icon: X, label: 'friends.cancel' },
  BLOCKED: { icon: Ban, label: 'friends.unblock' },
} as const;

/** Towards each other, or back. */
function NextStep({ user, type }: { user: UserSummary; type: Exclude<RelationshipType, 'FRIEND'> | null }) {
  const { t } = useTranslation();
  const acts = useRelationshipActs();
  const { icon, label } = steps[type ?? 'none'];
  const act = () => {
    if (type === null) acts.ask(user);
    else if (type === 'INCOMING') acts.accept(user);
    else acts.end(user, type);
  };
  return (
    <span className="flex flex-1 items-center gap-2">
      <Button icon={icon} onClick={act} className="flex-1">
        {t(label)}
      </Button>
      {type === 'INCOMING' && <IconButton icon={X} label={t('friends.decline')} onClick={() => askFirst({ kind: 'decline', user })} />}
    </span>
  );
}
