import type { Member, Origin } from '@hearth/contract';
import { Clock, Crown, ScrollText } from 'lucide-react';
import { nameOf, useFormat, useTranslation } from '@/i18n';
import { Avatar, Pill, Tooltip } from '@/ui';
import { orderedRoles } from '@/features/roles';
import { RoleChip } from '@/features/roles/chips';
import type { HeldServer } from '@/features/servers';

export function MemberFace({ member: { user } }: { member: Member }) {
  return <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} size={32} />;
}

/** Who they are elsewhere, and since when and by whom they are here. */
export function MemberFacts({ member: { user, nickname, joinedAt }, origin }: { member: Member; origin: Origin | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <bdi>{nickname === null ? user.username : `${nameOf(user)} (${user.username})`}</bdi>
      {' · '}
      <Tooltip content={format.exact(joinedAt)}>
        <time dateTime={joinedAt}>{t('membersPage.joined', { when: format.relative(joinedAt) })}</time>
      </Tooltip>
      {origin?.inviter && <> · {t('arrivals.by', { name: nameOf(origin.inviter) })}</>}
    </>
  );
}

/** More of them would push everything else away. */
const CHIPS = 3;

/** Their roles, and what holds them back. */
export function MemberMarks({ server, member }: { server: HeldServer; member: Member }) {
  const { t } = useTranslation();
  const format = useFormat();
  const roles = orderedRoles(server.roles, server.id).filter(({ id }) => member.roleIds.includes(id));
  const rest = roles.slice(CHIPS);
  return (
    <>
      {member.user.id === server.ownerId && <Pill icon={Crown}>{t('membersPage.owner')}</Pill>}
      <TimeoutPill until={member.timeoutUntil} />
      {member.pending && (
        <Pill tone="warning" icon={ScrollText}>
          {t('membersPage.pending')}
        </Pill>
      )}
      {roles.slice(0, CHIPS).map((role) => (
        <RoleChip key={role.id} role={role} />
      ))}
      {rest.length > 0 && (
        <Tooltip content={format.list(rest.map(({ name }) => name))}>
          <span tabIndex={0} className="rounded-chip px-1 text-meta text-fg-subtle">
            +{format.number(rest.length)}
          </span>
        </Tooltip>
      )}
    </>
  );
}

function TimeoutPill({ until }: { until: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (until === null || !isAhead(until)) return null;
  return (
    <Tooltip content={format.exact(until)}>
      <span className="flex">
        <Pill tone="warning" icon={Clock}>
          {t('membersPage.timedOut', { when: format.relative(until) })}
        </Pill>
      </span>
    </Tooltip>
  );
}

const isAhead = (at: string): boolean => Date.parse(at) > Date.now();
