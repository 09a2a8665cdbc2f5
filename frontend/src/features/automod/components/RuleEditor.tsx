import type { AutoModRule, AutoModTriggerType } from '@hearth/contract';
import { limits } from '@hearth/contract';
import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useErrorText, useTranslation } from '@/i18n';
import { autoDir } from '@/lib/auto-dir';
import { useChanges } from '@/lib/use-changes';
import { Icon, IconButton, SaveBar, TextField } from '@/ui';
import { useCreateRule, useUpdateRule } from '@/features/automod';
import type { HeldServer } from '@/features/servers';
import { useUnsavedChanges } from '@/features/settings';
import { useSubPage } from '@/features/settings/components';
import { draftOf, faultsOf, inputOf, newDraft, type RuleDraft } from '../rule-draft';
import { ActionFields } from './ActionFields';
import { DeleteRuleDialog } from './DeleteRuleDialog';
import { ExemptionFields } from './ExemptionFields';
import { kindIcons } from './rule-kinds';
import { RuleTest } from './RuleTest';
import { TriggerFields } from './TriggerFields';
import { useFaultText, type FieldFaults } from './use-fault-text';

interface RuleEditorProps {
  server: HeldServer;
  /** Null for one that is being made. */
  rule: AutoModRule | null;
  kind: AutoModTriggerType;
}

/** Everything about one rule. Nothing of it is stored before Save. */
export function RuleEditor({ server, rule, kind }: RuleEditorProps) {
  const { t } = useTranslation();
  const { openSub } = useSubPage();
  const form = useChanges<RuleDraft>(rule ? draftOf(rule) : newDraft(kind, t(`autoMod.kinds.${kind}`)));
  const saving = useSave(server.id, rule, form.value, form.reset);
  const urgent = useUnsavedChanges(form.isDirty && saving.createdId === null);
  useEffect(() => {
    if (saving.createdId !== null) openSub(saving.createdId);
  }, [saving.createdId, openSub]);
  const parts = { draft: form.value, change: form.change, faults: saving.faults };
  return (
    <>
      <RuleHeader serverId={server.id} rule={rule} kind={kind} name={form.value.name} />
      <div className="flex flex-col gap-8 pb-2">
        <TextField
          label={t('autoMod.name')}
          dir={autoDir(form.value.name)}
          autoComplete="off"
          maxLength={limits.autoMod.nameLength}
          value={form.value.name}
          onValueChange={(name) => form.change({ name })}
          error={saving.faults.name}
        />
        <TriggerFields {...parts} />
        <RuleTest serverId={server.id} draft={form.value} />
        <ActionFields {...parts} server={server} isRaid={kind === 'RAID'} />
        {kind !== 'RAID' && <ExemptionFields {...parts} server={server} />}
      </div>
      <SaveBar
        dirty={rule === null || form.isDirty}
        urgent={urgent}
        saving={saving.isPending}
        error={saving.error}
        onReset={() => {
          form.reset();
          saving.reset();
          if (rule === null && !form.isDirty) openSub(null);
        }}
        onSave={saving.save}
      />
    </>
  );
}

function useSave(serverId: string, rule: AutoModRule | null, draft: RuleDraft, onSaved: () => void) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [tried, setTried] = useState(false);
  const [create, update] = [useCreateRule(serverId), useUpdateRule(serverId)];
  const refusal = create.error ?? update.error;
  const found = faultsOf(draft);
  const faults: FieldFaults = useFaultText(draft.trigger.type, tried ? found : {}, refusal);
  const isFaulty = Object.keys(faults).length > 0;
  const save = () => {
    setTried(true);
    if (Object.keys(found).length > 0) return;
    if (rule === null) create.mutate(inputOf(draft));
    else update.mutate({ rule, ...inputOf(draft) }, { onSuccess: onSaved });
  };
  const reset = () => {
    setTried(false);
    create.reset();
    update.reset();
  };
  const error = isFaulty ? t('autoMod.faulty') : refusal ? errorText(refusal) : undefined;
  return { faults, error, save, reset, isPending: create.isPending || update.isPending, createdId: create.data?.id ?? null };
}

function RuleHeader({
  serverId,
  rule,
  kind,
  name,
}: {
  serverId: string;
  rule: AutoModRule | null;
  kind: AutoModTriggerType;
  name: string;
}) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  return (
    <header className="flex min-h-9 items-start gap-2.5 pb-6">
      <Icon icon={kindIcons[kind]} className="mt-1 text-fg-subtle" />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <h3 className="text-title font-semibold wrap-anywhere">
          <bdi>{name.trim() || t(`autoMod.kinds.${kind}`)}</bdi>
        </h3>
        <p className="text-ui text-fg-muted">{t(`autoMod.kindHints.${kind}`)}</p>
      </div>
      {rule && (
        <>
          <IconButton icon={Trash2} label={t('autoMod.delete')} onClick={() => setAsks(true)} />
          <DeleteRuleDialog serverId={serverId} rule={rule} open={asks} onOpenChange={setAsks} />
        </>
      )}
    </header>
  );
}
