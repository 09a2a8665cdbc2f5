import type { Member } from '@hearth/contract';
import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { compareNames, useTranslation } from '@/i18n';
import { Avatar, ColorDot, Icon, type PickerItem } from '@/ui';
import { memberName, useMemberChoices, useMembersById, type MemberChoices } from '@/features/moderation/people';
import { standingIn, type HeldServer } from '@/features/servers';
import { orderedRoles } from '../role-order';
import type { Target } from '../overwrites';

/** A role or member that a channel has rules about, as it is shown. */
export interface NamedTarget extends Target {
  name: string;
  leading: ReactNode;
  /** Whether the order of roles lets the user decide about it. */
  isInReach: boolean;
}

const roleIcon = (color: number | null) => <ColorDot color={color} />;
const memberIcon = ({ user }: Member) => <Avatar id={user.id} name={user.displayName} picture={user.avatar} size={20} />;

/** Names and faces for targets: everyone first, then roles from the highest, then members by name. */
export function useNamedTargets(server: HeldServer, targets: readonly Target[]): NamedTarget[] {
  const { t } = useTranslation();
  const standing = standingIn(server);
  const ids = new Set(targets.map(({ id }) => id));
  const members = useMembersById(
    server.id,
    targets.filter(({ type }) => type === 'MEMBER').map(({ id }) => id),
  );
  const everyone: NamedTarget = { id: server.id, type: 'ROLE', name: t('roles.everyone'), leading: <Icon icon={Users} />, isInReach: true };
  const roles = orderedRoles(server.roles, server.id)
    .filter(({ id }) => ids.has(id))
    .map((role): NamedTarget => ({
      id: role.id,
      type: 'ROLE',
      name: role.name,
      leading: roleIcon(role.color),
      isInReach: standing.isAboveRole(role),
    }));
  const people = targets
    .filter(({ type }) => type === 'MEMBER')
    .map(({ id }): NamedTarget => {
      const member = members.get(id);
      if (!member)
        return { id, type: 'MEMBER', name: t('channelPermissions.unknownMember'), leading: <Icon icon={Users} />, isInReach: true };
      const isInReach = standing.isAboveMember(member) || id === server.me.user.id;
      return { id, type: 'MEMBER', name: memberName(member), leading: memberIcon(member), isInReach };
    })
    .toSorted((a, b) => compareNames(a.name, b.name));
  return [...(ids.has(server.id) ? [everyone] : []), ...roles, ...people];
}

const ROLE = 'role:';
const MEMBER = 'member:';

export const targetOf = ({ value }: PickerItem): Target =>
  value.startsWith(ROLE) ? { id: value.slice(ROLE.length), type: 'ROLE' } : { id: value.slice(MEMBER.length), type: 'MEMBER' };

export const itemOf = ({ id, type, name, leading }: NamedTarget): PickerItem => ({
  value: `${type === 'ROLE' ? ROLE : MEMBER}${id}`,
  label: name,
  leading,
});

/** Roles and members for a picker, but for those that are there already; who stands too high cannot be chosen. */
export function useTargetChoices(server: HeldServer, taken: readonly Target[] = []): MemberChoices {
  const standing = standingIn(server);
  const takenIds = new Set(taken.map(({ id }) => id));
  const members = useMemberChoices(server.id, {
    isLeftOut: ({ user }) => takenIds.has(user.id),
    isDisabled: (member) => !standing.isAboveMember(member) && member.user.id !== server.me.user.id,
  });
  const words = members.query.trim().toLocaleLowerCase();
  const roles = orderedRoles(server.roles, server.id)
    .filter(({ id, name }) => !takenIds.has(id) && name.toLocaleLowerCase().includes(words))
    .map((role): PickerItem => ({
      value: `${ROLE}${role.id}`,
      label: role.name,
      leading: roleIcon(role.color),
      disabled: !standing.isAboveRole(role),
    }));
  return { ...members, items: [...roles, ...members.items.map((item) => ({ ...item, value: `${MEMBER}${item.value}` }))] };
}
