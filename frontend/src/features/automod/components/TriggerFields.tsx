import { limits } from '@hearth/contract';
import { useFormat, useTranslation } from '@/i18n';
import { Checkbox, TextArea, TextField } from '@/ui';
import { entriesOf, type TriggerDraft } from '../rule-draft';
import { DurationSelect } from './DurationSelect';
import type { PartProps } from './fields';
import type { FieldFaults } from './use-fault-text';

/** What the rule looks for. */
export function TriggerFields({ draft: { trigger }, change, faults }: PartProps) {
  const { t } = useTranslation();
  const set = (next: TriggerDraft) => change({ trigger: next });
  switch (trigger.type) {
    case 'KEYWORD':
    case 'PATTERN':
      return <ListFields {...{ trigger, set, faults }} />;
    case 'MENTION_SPAM':
      return (
        <NumberField
          label={t('autoMod.mentions')}
          hint={t('autoMod.mentionsHint')}
          value={trigger.limit}
          onValueChange={(limit) => set({ ...trigger, limit })}
          error={faults.number}
        />
      );
    case 'REPEATED_TEXT':
      return (
        <div className="grid gap-5 tablet:grid-cols-2">
          <NumberField
            label={t('autoMod.repeats')}
            hint={t('autoMod.repeatsHint')}
            value={trigger.count}
            onValueChange={(count) => set({ ...trigger, count })}
            error={faults.number}
          />
          <DurationSelect
            label={t('autoMod.within')}
            choices={[10, 30, 60, 300, 900, 3_600]}
            value={trigger.seconds}
            onValueChange={(seconds) => set({ ...trigger, seconds })}
          />
        </div>
      );
    case 'INVITE_LINK':
      return (
        <Checkbox
          label={t('autoMod.allowOwn')}
          hint={t('autoMod.allowOwnHint')}
          checked={trigger.allowOwn}
          onCheckedChange={(allowOwn) => set({ ...trigger, allowOwn })}
        />
      );
    case 'RAID':
      return <RaidFields {...{ trigger, set, faults }} />;
  }
}

interface KindProps<T extends TriggerDraft['type']> {
  trigger: Extract<TriggerDraft, { type: T }>;
  set: (next: TriggerDraft) => void;
  faults: FieldFaults;
}

function ListFields({ trigger, set, faults }: KindProps<'KEYWORD' | 'PATTERN'>) {
  const { t } = useTranslation();
  const count = useCount();
  const { keywordsPerRule, patternsPerRule, allowedPerRule } = limits.autoMod;
  return (
    <div className="flex flex-col gap-5">
      {trigger.type === 'KEYWORD' ? (
        <TextArea
          label={t('autoMod.keywords')}
          hint={`${t('autoMod.keywordsHint')} ${count(trigger.keywords, keywordsPerRule)}`}
          dir="auto"
          minRows={5}
          maxRows={16}
          spellCheck={false}
          value={trigger.keywords}
          onChange={(event) => set({ ...trigger, keywords: event.target.value })}
          error={faults.list}
        />
      ) : (
        <TextArea
          label={t('autoMod.patterns')}
          hint={`${t('autoMod.patternsHint')} ${count(trigger.patterns, patternsPerRule)}`}
          dir="ltr"
          minRows={4}
          maxRows={12}
          spellCheck={false}
          value={trigger.patterns}
          onChange={(event) => set({ ...trigger, patterns: event.target.value })}
          error={faults.list}
        />
      )}
      <TextArea
        label={t('autoMod.allowed')}
        optional
        hint={`${t(`autoMod.allowedHint.${trigger.type}`)} ${count(trigger.allowed, allowedPerRule)}`}
        dir="auto"
        minRows={2}
        maxRows={8}
        spellCheck={false}
        value={trigger.allowed}
        onChange={(event) => set({ ...trigger, allowed: event.target.value })}
        error={faults.allowed}
      />
    </div>
  );
}

/** "12 of 1,000". */
function useCount(): (text: string, max: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (text, max) => t('autoMod.count', { used: format.number(entriesOf(text).length), max: format.number(max) });
}

function RaidFields({ trigger, set, faults }: KindProps<'RAID'>) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-5 tablet:grid-cols-2">
      <NumberField
        label={t('autoMod.joins')}
        hint={t('autoMod.joinsHint')}
        value={trigger.joins}
        onValueChange={(joins) => set({ ...trigger, joins })}
        error={faults.number}
      />
      <DurationSelect
        label={t('autoMod.within')}
        choices={[10, 30, 60, 300, 900, 3_600]}
        value={trigger.seconds}
        onValueChange={(seconds) => set({ ...trigger, seconds })}
      />
      <DurationSelect
        label={t('autoMod.accountAge')}
        choices={[3_600, 86_400, 7 * 86_400, 30 * 86_400, 365 * 86_400]}
        value={trigger.accountAge}
        onValueChange={(accountAge) => set({ ...trigger, accountAge })}
      />
      <DurationSelect
        label={t('autoMod.raidLasts')}
        choices={[600, 1_800, 3_600, 6 * 3_600, 86_400]}
        value={trigger.minutes * 60}
        onValueChange={(seconds) => set({ ...trigger, minutes: seconds / 60 })}
      />
    </div>
  );
}

interface NumberFieldProps {
  label: string;
  hint: string;
  value: string;
  onValueChange: (value: string) => void;
  error: string | undefined;
}

const NumberField = (props: NumberFieldProps) => <TextField {...props} inputMode="numeric" autoComplete="off" maxLength={4} dir="ltr" />;
