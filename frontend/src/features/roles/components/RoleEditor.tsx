import type { Role } from '@hearth/contract';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { fieldErrors } from '@/api';
import { useErrorText, useTranslation } from '@/i18n';
import { useChanges, type Changes } from '@/lib/use-changes';
import { Banner, ColorDot, IconButton, SaveBar, Tabs } from '@/ui';
import { standingIn, useUpdateRole, type HeldServer } from '@/features/servers';
import { useUnsavedChanges } from '@/features/settings';
import { changeOf, fieldsOf, type RoleFields } from '../role-fields';
import { DeleteRoleDialog } from './DeleteRoleDialog';
import { RoleDisplay } from './RoleDisplay';
import { RoleMembers } from './RoleMembers';
import { RolePermissions } from './RolePermissions';
import { useRoleName } from './use-role-names';

interface RoleEditorProps {
  server: HeldServer;
  role: Role;
}

/** Everything about one role. What was changed waits for Save, whichever tab it is on. */
export function RoleEditor({ server, role }: RoleEditorProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const update = useUpdateRole(server.id);
  const form = useChanges(fieldsOf(role));
  const urgent = useUnsavedChanges(form.isDirty);
  const mayEdit = standingIn(server).isAboveRole(role);
  const isMissing = form.value.name.trim() === '';
  const fault = isMissing ? t('roles.nameMissing') : fieldErrors(update.error)['name'];
  const save = () => {
    if (!isMissing) update.mutate({ roleId: role.id, ...changeOf(role, form.changed) }, { onSuccess: form.reset });
  };
  return (
    <>
      <RoleHeader server={server} role={{ ...role, ...form.value }} mayEdit={mayEdit} />
      {!mayEdit && (
        <Banner tone="info" className="mb-4 rounded-card">
          {t('roles.tooHigh')}
        </Banner>
      )}
      <RoleTabs {...{ server, role, form, mayEdit }} nameFault={fault} />
      <SaveBar
        dirty={form.isDirty}
        urgent={urgent}
        saving={update.isPending}
        disabled={isMissing}
        error={fault ?? (update.error ? errorText(update.error) : undefined)}
        onReset={() => {
          form.reset();
          update.reset();
        }}
        onSave={save}
      />
    </>
  );
}

function RoleHeader({ server, role, mayEdit }: RoleEditorProps & { mayEdit: boolean }) {
  const { t } = useTranslation();
  const name = useRoleName()(role, server.id);
  const [asksDelete, setAsksDelete] = useState(false);
  const isEveryone = role.id === server.id;
  return (
    <header className="flex min-h-9 items-center gap-2.5 pb-3">
      {!isEveryone && <ColorDot color={role.color} />}
      <h3 className="min-w-0 flex-1 truncate text-title font-semibold">
        <bdi>{name}</bdi>
      </h3>
      {mayEdit && !isEveryone && <IconButton icon={Trash2} label={t('roles.delete')} onClick={() => setAsksDelete(true)} />}
      <DeleteRoleDialog open={asksDelete} onOpenChange={setAsksDelete} serverId={server.id} role={role} />
    </header>
  );
}

interface RoleTabsProps extends RoleEditorProps {
  form: Changes<RoleFields>;
  mayEdit: boolean;
  nameFault: string | undefined;
}

type Tab = 'display' | 'permissions' | 'members';

/** Of @everyone there are permissions alone. */
function RoleTabs({ server, role, form, mayEdit, nameFault }: RoleTabsProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('display');
  const permissions = <RolePermissions {...{ server, role, form, mayEdit }} />;
  if (role.id === server.id) return permissions;
  return (
    <Tabs
      label={t('roles.parts')}
      value={tab}
      onValueChange={setTab}
      items={[
        { value: 'display', label: t('roles.display'), panel: <RoleDisplay {...{ form, mayEdit, nameFault }} /> },
        { value: 'permissions', label: t('roles.permissions'), panel: permissions },
        { value: 'members', label: t('roles.members'), panel: <RoleMembers server={server} role={role} mayEdit={mayEdit} /> },
      ]}
    />
  );
}
