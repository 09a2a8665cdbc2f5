import type { IncidentPreview } from '@hearth/contract';
import { useErrorText, useFormat, useTranslation } from '@/i18n';
import { Banner, Button, Checkbox, FormError, RadioGroup } from '@/ui';
import { ReasonField } from '../ReasonField';
import { extentOf, isNothing, type Plan } from './plan';

interface ConfirmStepProps {
  preview: IncidentPreview;
  plan: Plan;
  onPlan: (plan: Plan) => void;
  onConfirm: () => void;
  busy: boolean;
  error: Error | null;
}

const removals = ['ban', 'kick', 'none'] as const;

/** What is to be done, in so many words, before it is done. */
export function ConfirmStep({ preview, plan, onPlan, onConfirm, busy, error }: ConfirmStepProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const extent = extentOf(preview, plan);
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !isNothing(extent)) onConfirm();
      }}
    >
      <RadioGroup
        label={t('incidents.removal', { count: plan.userIds.size })}
        value={plan.removeMembers}
        onValueChange={(removeMembers) => onPlan({ ...plan, removeMembers })}
        options={removals.map((value) => ({ value, label: t(`incidents.removals.${value}`), hint: t(`incidents.removalHints.${value}`) }))}
      />
      <Checkbox
        label={t('incidents.deleteMessages')}
        hint={t('incidents.deleteMessagesHint')}
        checked={plan.deleteMessages}
        onCheckedChange={(deleteMessages) => onPlan({ ...plan, deleteMessages })}
      />
      <Checkbox
        label={t('incidents.revertChanges')}
        hint={t('incidents.revertChangesHint')}
        checked={plan.revertChanges}
        onCheckedChange={(revertChanges) => onPlan({ ...plan, revertChanges })}
      />
      <ReasonField value={plan.reason} onValueChange={(reason) => onPlan({ ...plan, reason })} />
      <Outcome extent={extent} removal={plan.removeMembers} />
      <FormError>{error && errorText(error)}</FormError>
      <Button type="submit" variant="danger" loading={busy} disabled={isNothing(extent)} className="self-start">
        {t('incidents.undo')}
      </Button>
    </form>
  );
}

function Outcome({ extent, removal }: { extent: ReturnType<typeof extentOf>; removal: Plan['removeMembers'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (isNothing(extent))
    return (
      <Banner tone="info" className="rounded-card">
        {t('incidents.nothing')}
      </Banner>
    );
  const count = (value: number) => ({ count: value, number: format.number(value) });
  const parts = [
    extent.people > 0 && (removal === 'ban' ? t('incidents.willBan', count(extent.people)) : t('incidents.willKick', count(extent.people))),
    extent.messages > 0 && t('incidents.willDelete', count(extent.messages)),
    extent.changes > 0 && t('incidents.willRevert', count(extent.changes)),
  ].filter((part) => part !== false);
  return (
    <Banner tone="warning" className="rounded-card">
      {parts.join(' ')} {t('incidents.kept')}
    </Banner>
  );
}
