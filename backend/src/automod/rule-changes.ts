import type { AuditChange } from '@hearth/contract';
import { changesBetween } from '../audit-log/audit-log.service.js';
import type { RuleFields } from './automod.repository.js';

const LISTED = 50;

/**
 * What the audit log keeps of a change. Of lists only what left and what came: a thousand keywords do not stand there twice for one that
 * was added.
 */
export function ruleChanges(before: RuleFields | null, after: RuleFields | null): AuditChange[] {
  return changesBetween(before && flat(before), after && flat(after)).map(({ key, ...change }) => {
    const [held, wanted] = [textsOf(change.before), textsOf(change.after)];
    return held && wanted ? { key, before: without(held, wanted), after: without(wanted, held) } : { key, ...change };
  });
}

function flat({ trigger, actions, ...fields }: RuleFields) {
  const { type, ...config } = trigger;
  return { ...fields, trigger: type, ...config, actions: actions.map((action) => ({ ...action })) };
}

/** Nothing on one side is a list without entries; null for what is no list of texts. */
function textsOf(value: AuditChange['before']): string[] | null {
  if (value === null) return [];
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
}

function without(texts: string[], others: string[]): string[] {
  const known = new Set(others);
  return texts.filter((text) => !known.has(text)).slice(0, LISTED);
}
