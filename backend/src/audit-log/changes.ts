import type { AuditChange } from '@hearth/contract';

type Fields = Record<string, AuditChange['before'] | bigint | Date | undefined>;

const asJson = (value: Fields[string]): AuditChange['before'] => {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Date ? value.toISOString() : (value ?? null);
};

/** What differs between two states of a thing, as the audit log keeps it; null on one side for what was made or is gone. */
export function changesBetween(before: Fields | null, after: Fields | null): AuditChange[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys]
    .map((key) => ({ key, before: asJson(before?.[key]), after: asJson(after?.[key]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}
