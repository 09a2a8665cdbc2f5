import type { Role } from '@hearth/contract';
import { Plus, Users } from 'lucide-react';
import { useState } from 'react';
import { useErrorToast, useFormat, useTranslation } from '@/i18n';
import { Button, ColorDot, Icon, ListItem, SearchField, SortableList } from '@/ui';
import { standingIn, useCreateRole, useOrderRoles, useRoles, type HeldServer } from '@/features/servers';
import { useSubPage } from '@/features/settings/components';
import { orderedRoles, positionsOf } from '../role-order';

/** From so many on, looking for one by eye takes too long. */
const SEARCH_FROM = 12;

export function RoleList({ server, chosenId }: { server: HeldServer; chosenId: string | null }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const roles = orderedRoles(server.roles, server.id);
  const words = query.trim().toLocaleLowerCase();
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ui text-fg-muted">{t('roles.intro')}</p>
      <CreateRole serverId={server.id} />
      {roles.length >= SEARCH_FROM && <SearchField label={t('roles.search')} value={query} onValueChange={setQuery} />}
      {words === '' ? (
        <Order server={server} roles={roles} chosenId={chosenId} />
      ) : (
        <ul aria-label={t('roles.title')}>
          {roles
            .filter(({ name }) => name.toLocaleLowerCase().includes(words))
            .map((role) => (
              <li key={role.id}>
                <RoleRow serverId={server.id} role={role} selected={role.id === chosenId} />
              </li>
            ))}
        </ul>
      )}
      <Everyone serverId={server.id} selected={chosenId === server.id} />
    </div>
  );
}

function CreateRole({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const create = useCreateRole(serverId);
  const { openSub } = useSubPage();
  const make = () =>
    create.mutate(
      { name: t('roles.newName') },
      { onSuccess: ({ id }) => openSub(id), onError: (error) => toast(t('roles.notCreated'), error) },
    );
  return (
    <Button variant="primary" icon={Plus} loading={create.isPending} onClick={make} className="self-start">
      {t('roles.create')}
    </Button>
  );
}

interface OrderProps {
  server: HeldServer;
  roles: readonly Role[];
  chosenId: string | null;
}

/** What stands as high as oneself or higher is not moved, and nothing is moved past it. */
function Order({ server, roles, chosenId }: OrderProps) {
  const { t } = useTranslation();
  const toast = useErrorToast();
  const order = useOrderRoles(server.id);
  const standing = standingIn(server);
  const items = roles.map((role) => ({ id: role.id, label: role.name, locked: !standing.isAboveRole(role), role }));
  const store = (ids: string[]) => order.mutate(positionsOf(ids), { onError: (error) => toast(t('roles.notMoved'), error) });
  if (items.length === 0) return null;
  return (
    <SortableList label={t('roles.title')} items={items} onReorder={store} className="-ms-2">
      {({ role }) => <RoleRow serverId={server.id} role={role} selected={role.id === chosenId} />}
    </SortableList>
  );
}

function RoleRow({ serverId, role, selected }: { serverId: string; role: Role; selected: boolean }) {
  const format = useFormat();
  const { t } = useTranslation();
  const { openSub } = useSubPage();
  const count = useRoles(serverId).data?.find(({ id }) => id === role.id)?.memberCount;
  return (
    <ListItem
      leading={<ColorDot color={role.color} />}
      selected={selected}
      trailing={
        count !== undefined && (
          <span className="text-meta text-fg-subtle tabular-nums">
            <span aria-hidden>{format.number(count)}</span>
            <span className="sr-only">{t('servers.members', { count, number: format.number(count) })}</span>
          </span>
        )
      }
      onClick={() => openSub(role.id)}
    >
      {role.name}
    </ListItem>
  );
}

function Everyone({ serverId, selected }: { serverId: string; selected: boolean }) {
  const { t } = useTranslation();
  const { openSub } = useSubPage();
  return (
    <ListItem
      leading={<Icon icon={Users} />}
      selected={selected}
      detail={t('roles.everyoneDetail')}
      onClick={() => openSub(serverId)}
      className="border-t border-line pt-1"
    >
      {t('roles.everyone')}
    </ListItem>
  );
}
