import type { Member, Origin } from '@hearth/contract';
import { CircleHelp, Ellipsis, UserSearch } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { DataList, DataRow, EmptyState, IconButton, Menu, MenuItem, SearchField, Select, type LoadedList } from '@/ui';
import { FOUND_AT_MOST, useMemberSearch, useOrigins } from '@/features/moderation';
import { MemberMenuItems } from '@/features/moderation/components';
import { memberName } from '@/features/moderation/people';
import { orderedRoles } from '@/features/roles';
import { useCan, useMembers, useRoleMembers, type HeldServer } from '@/features/servers';
import { MemberFace, MemberFacts, MemberMarks } from './member-parts';
import { PermissionsDialog } from './PermissionsDialog';

const ALL = 'all';

/** Everybody in a server, to be found by name or role, and what can be done about them. */
export default function MembersSettings({ server }: { server: HeldServer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const [roleId, setRoleId] = useState(ALL);
  const name = useDeferredValue(query.trim());
  const list = useFoundMembers(server.id, name, roleId);
  const ids = list.items.map(({ user }) => user.id);
  const origins = useOrigins(server.id, ids, useCan(server.id, 'KICK_MEMBERS'));
  const roles = orderedRoles(server.roles, server.id);
  const filters = (
    <>
      <SearchField label={t('membersPage.search')} value={query} onValueChange={setQuery} className="flex-1" />
      {roles.length > 0 && (
        <Select
          label={t('membersPage.role')}
          hideLabel
          options={[{ value: ALL, label: t('membersPage.allRoles') }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
          value={roleId}
          onValueChange={setRoleId}
          className="tablet:w-52"
        />
      )}
    </>
  );
  return (
    <>
      <DataList
        label={t('membersPage.title')}
        list={list}
        keyOf={({ user }) => user.id}
        filters={filters}
        empty={<EmptyState icon={UserSearch} title={t('membersPage.none')} />}
        errorTitle={t('members.failed')}
      >
        {(member) => <MemberRow server={server} member={member} origin={origins.get(member.user.id)} />}
      </DataList>
      {name !== '' && list.items.length >= FOUND_AT_MOST && (
        <p className="pt-3 text-center text-ui text-fg-muted">{t('membersPage.tooMany', { number: format.number(FOUND_AT_MOST) })}</p>
      )}
    </>
  );
}

/** By name, by role, or by both; else in the order in which they came. */
function useFoundMembers(serverId: string, name: string, roleId: string): LoadedList<Member> {
  const all = useMembers(serverId);
  const withRole = useRoleMembers(serverId, roleId === ALL ? serverId : roleId);
  const named = useMemberSearch(serverId, name, roleId === ALL ? undefined : roleId);
  if (name === '') return roleId === ALL ? all : withRole;
  const found = named.data ?? [];
  return {
    // Who loses the role while the list stands there goes from it.
    items: roleId === ALL ? found : found.filter(({ roleIds }) => roleIds.includes(roleId)),
    status: named.isError ? 'error' : named.isPending ? 'loading' : 'ready',
    hasMore: false,
    isLoadingMore: false,
    loadMore: () => undefined,
    retry: () => void named.refetch(),
  };
}

interface MemberRowProps {
  server: HeldServer;
  member: Member;
  origin: Origin | undefined;
}

function MemberRow({ server, member, origin }: MemberRowProps) {
  const { t } = useTranslation();
  const canExplain = useCan(server.id, 'MANAGE_ROLES');
  const [explains, setExplains] = useState(false);
  const name = memberName(member);
  return (
    <>
      <DataRow
        leading={<MemberFace member={member} />}
        title={<bdi>{name}</bdi>}
        detail={<MemberFacts member={member} origin={origin} />}
        extra={<MemberMarks server={server} member={member} />}
        actions={
          <Menu align="end" trigger={<IconButton icon={Ellipsis} size="small" label={t('membersPage.actions', { name })} />}>
            {canExplain && (
              <MenuItem icon={CircleHelp} onSelect={() => setExplains(true)}>
                {t('membersPage.permissions')}
              </MenuItem>
            )}
            <MemberMenuItems serverId={server.id} user={member.user} member={member} />
          </Menu>
        }
      />
      <PermissionsDialog open={explains} onOpenChange={setExplains} serverId={server.id} member={member} />
    </>
  );
}
