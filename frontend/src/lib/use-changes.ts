import { useCallback, useState } from 'react';

export interface Changes<T extends object> {
  /** What is stored, with what was changed in its place. */
  value: T;
  /** The changed fields alone: what is to be sent. */
  changed: Partial<T>;
  isDirty: boolean;
  change: (fields: Partial<T>) => void;
  reset: () => void;
}

const isSame = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);

/** The fields that differ from what is stored. */
export function differing<T extends object>(stored: T, fields: Partial<T>): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => !isSame(value, stored[key as keyof T]))) as Partial<T>;
}

/** A form over something stored. What others change meanwhile shows, but for the fields that were changed here. */
export function useChanges<T extends object>(stored: T): Changes<T> {
  const [fields, setFields] = useState<Partial<T>>({});
  const changed = differing(stored, fields);
  const change = useCallback((more: Partial<T>) => setFields((before) => ({ ...before, ...more })), []);
  const reset = useCallback(() => setFields({}), []);
  return { value: { ...stored, ...changed }, changed, isDirty: Object.keys(changed).length > 0, change, reset };
}
