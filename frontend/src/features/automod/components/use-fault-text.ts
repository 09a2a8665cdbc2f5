import type { AutoModTriggerType } from '@hearth/contract';
import type { TFunction } from 'i18next';
import { fieldErrors } from '@/api';
import { useFormat, useTranslation } from '@/i18n';
import type { Fault, RuleField } from '../rule-draft';

/** What to say at a field. */
export type FieldFaults = Partial<Record<RuleField, string>>;

/** Words for what is wrong here, and for what the server refused. */
export function useFaultText(kind: AutoModTriggerType, faults: Partial<Record<RuleField, Fault>>, refusal: unknown): FieldFaults {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = Object.entries(faults).map(([field, fault]) => [field, textOf(t, format.number, field as RuleField, fault, kind)]);
  return { ...refused(t, refusal), ...(Object.fromEntries(texts) as FieldFaults) };
}

function textOf(t: TFunction, number: (value: number) => string, field: RuleField, fault: Fault, kind: AutoModTriggerType): string {
  switch (fault.kind) {
    case 'missing':
      return field === 'list' && kind === 'PATTERN' ? t('autoMod.faults.patterns') : t(`autoMod.faults.${field}`);
    case 'tooMany':
      return t('autoMod.faults.tooMany', { max: number(fault.max) });
    case 'tooLong':
      return t('autoMod.faults.tooLong', { entry: `${fault.entry.slice(0, 20)}…`, max: number(fault.max) });
    case 'range':
      return t('autoMod.faults.range', { min: number(fault.min), max: number(fault.max) });
  }
}

const LINE = /^trigger\.(keywords|patterns|allowed)\.(\d+)/;

/** The server names the entry of a list that it cannot use. */
function refused(t: TFunction, refusal: unknown): FieldFaults {
  const faults: FieldFaults = {};
  for (const [path, message] of Object.entries(fieldErrors(refusal))) {
    const [, list, index] = LINE.exec(path) ?? [];
    if (list === undefined) continue;
    faults[list === 'allowed' ? 'allowed' : 'list'] ??= t('autoMod.faults.line', { line: Number(index) + 1, message });
  }
  return faults;
}
