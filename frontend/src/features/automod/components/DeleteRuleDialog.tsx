import type { AutoModRule } from '@hearth/contract';
import { Trans } from 'react-i18next';
import { useErrorText, useTranslation } from '@/i18n';
import { ConfirmDialog } from '@/ui';
import { useDeleteRule } from '@/features/automod';
import { useSubPage } from '@/features/settings/components';

interface DeleteRuleDialogProps {
  serverId: string;
  rule: AutoModRule;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function DeleteRuleDialog({ serverId, rule, open, onOpenChange }: DeleteRuleDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const remove = useDeleteRule(serverId);
  const { openSub } = useSubPage();
  // The editor is gone by then, and with it what was not saved.
  const confirm = () =>
    void remove.mutateAsync(rule.id).then(
      () => openSub(null),
      () => undefined,
    );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('autoMod.deleteTitle')}
      description={
        <Trans
          i18nKey="autoMod.deleteText"
          values={{ name: rule.name }}
          components={{ strong: <strong className="font-semibold text-fg" /> }}
        />
      }
      confirmLabel={t('autoMod.delete')}
      busy={remove.isPending}
      error={remove.error ? errorText(remove.error) : undefined}
      onConfirm={confirm}
    />
  );
}
