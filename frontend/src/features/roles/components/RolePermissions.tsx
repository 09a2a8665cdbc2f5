import { hasPermission, type Role } from '@hearth/contract';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n';
import type { Changes } from '@/lib/use-changes';
import { Banner, Checkbox, EmptyState, SearchField } from '@/ui';
import { usePermissions, type HeldServer } from '@/features/servers';
import { allGroups, findPermissions, type PermissionGroup, type ShownPermission } from '../permission-groups';
import type { RoleFields } from '../role-fields';
import { usePermissionWords } from './use-permission-words';

interface RolePermissionsProps {
  server: HeldServer;
  role: Role;
  form: Changes<RoleFields>;
  mayEdit: boolean;
}

/** What a role lets its members do, in the whole server. */
export function RolePermissions({ server, role, form, mayEdit }: RolePermissionsProps) {
  const { t } = useTranslation();
  const words = usePermissionWords();
  const [query, setQuery] = useState('');
  const found = findPermissions(allGroups, query, words.all);
  return (
    <div className="flex flex-col gap-6">
      {role.id === server.id && <p className="text-ui text-fg-muted">{t('roles.everyoneIntro')}</p>}
      <SearchField label={t('permissions.search')} value={query} onValueChange={setQuery} />
      {form.value.ADMINISTRATOR && (
        <Banner tone="warning" className="rounded-card">
          {t('permissions.administratorWarning')}
        </Banner>
      )}
      {found.map((group) => (
        <Group key={group.id} {...{ server, group, form, mayEdit }} />
      ))}
      {found.length === 0 && <EmptyState icon={SearchX} title={t('permissions.noneFound')} />}
    </div>
  );
}

function Group({ server, group, form, mayEdit }: Omit<RolePermissionsProps, 'role'> & { group: PermissionGroup }) {
  const { t } = useTranslation();
  const held = usePermissions(server.id);
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-body font-semibold">{t(`permissions.groups.${group.id}`)}</legend>
      {group.permissions.map((permission) => (
        <PermissionRow key={permission} permission={permission} form={form} disabled={!mayEdit} isHeld={hasPermission(held, permission)} />
      ))}
    </fieldset>
  );
}

interface PermissionRowProps {
  permission: ShownPermission;
  form: Changes<RoleFields>;
  disabled: boolean;
  /** Nobody hands out what they do not have. */
  isHeld: boolean;
}

function PermissionRow({ permission, form, disabled, isHeld }: PermissionRowProps) {
  const { t } = useTranslation();
  const words = usePermissionWords();
  return (
    <Checkbox
      label={words.name(permission)}
      hint={
        <>
          {words.hint(permission)}
          {!disabled && !isHeld && <span className="mt-0.5 block font-medium text-fg-muted">{t('permissions.notHeld')}</span>}
        </>
      }
      disabled={disabled || !isHeld}
      checked={form.value[permission]}
      onCheckedChange={(on) => form.change({ [permission]: on })}
    />
  );
}
