import type { Role } from '@hearth/contract';
import { Trans } from 'react-i18next';
import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { useDeleteRole, useRoles } from '@/features/servers';
import { useSubPage } from '@/features/settings/components';

interface DeleteRoleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  serverId: string;
  role: Role;
}

export function DeleteRoleDialog({ open, onOpenChange, serverId, role }: DeleteRoleDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useDeleteRole(serverId);
  const { openSub } = useSubPage();
  const count = useRoles(serverId).data?.find(({ id }) => id === role.id)?.memberCount ?? 0;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('roles.deleteTitle')}
      description={
        <Trans
          i18nKey="roles.deleteText"
          count={count}
          values={{ name: role.name }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={t('roles.delete')}
      busy={remove.isPending}
      error={remove.error ? errorText(remove.error) : undefined}
      onConfirm={() => remove.mutate({ roleId: role.id }, { onSuccess: () => openSub(null) })}
    />
  );
}
