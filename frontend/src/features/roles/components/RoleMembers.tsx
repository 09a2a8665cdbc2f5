import type { Member, Role } from '@hearth/contract';
import { UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useErrorToast, useTranslation } from '@/i18n';
import { Avatar, DataList, DataRow, EmptyState, IconButton, Picker } from '@/ui';
import { memberName, useMemberChoices } from '@/features/moderation/people';
import { standingIn, useAddMemberRole, useRemoveMemberRole, useRoleMembers, type HeldServer } from '@/features/servers';

interface RoleMembersProps {
  server: HeldServer;
  role: Role;
  mayEdit: boolean;
}

/** Who has a role; each comes and goes at once. */
export function RoleMembers({ server, role, mayEdit }: RoleMembersProps) {
  const { t } = useTranslation();
  const list = useRoleMembers(server.id, role.id);
  return (
    <DataList
      label={t('roles.members')}
      list={list}
      keyOf={({ user }) => user.id}
      filters={mayEdit && <AddMember server={server} role={role} />}
      empty={
        <EmptyState icon={UserPlus} title={t('roles.noMembers')}>
          {mayEdit && t('roles.noMembersText')}
        </EmptyState>
      }
      errorTitle={t('roles.membersFailed')}
    >
      {(member) => <MemberRow {...{ server, role, member, mayEdit }} />}
    </DataList>
  );
}

function AddMember({ server, role }: Omit<RoleMembersProps, 'mayEdit'>) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const add = useAddMemberRole(server.id);
  const standing = standingIn(server);
  const isMine = (member: Member) => member.user.id === server.me.user.id;
  const choices = useMemberChoices(server.id, {
    isLeftOut: ({ roleIds }) => roleIds.includes(role.id),
    isDisabled: (member) => !standing.isAboveMember(member) && !isMine(member),
  });
  // Begins anew after every choice, so that the next name can be typed at once.
  const [count, setCount] = useState(0);
  return (
    <Picker
      key={count}
      label={t('roles.addMember')}
      placeholder={t('roles.addMemberPlaceholder')}
      {...choices}
      value={null}
      onValueChange={(item) => {
        if (!item) return;
        setCount(count + 1);
        add.mutate({ userId: item.value, roleId: role.id }, { onError: (error) => toast(t('roles.notGiven'), error) });
      }}
      className="w-full"
    />
  );
}

function MemberRow({ server, role, member, mayEdit }: RoleMembersProps & { member: Member }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const remove = useRemoveMemberRole(server.id);
  const { user } = member;
  const name = memberName(member);
  const standing = standingIn(server);
  const mayTake = mayEdit && (standing.isAboveMember(member) || user.id === server.me.user.id);
  const take = () => remove.mutate({ userId: user.id, roleId: role.id }, { onError: (error) => toast(t('roles.notTaken'), error) });
  return (
    <DataRow
      leading={<Avatar id={user.id} name={user.displayName} picture={user.avatar} size={32} />}
      title={<bdi>{name}</bdi>}
      detail={<bdi>{user.username}</bdi>}
      actions={mayTake && <IconButton icon={X} size="small" label={t('roles.take', { name })} loading={remove.isPending} onClick={take} />}
    />
  );
}
