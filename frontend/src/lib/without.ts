/** A copy of a record without one of its keys; the record itself where it has no such key. */
export const without = <V>(record: Readonly<Record<string, V>>, key: string): Readonly<Record<string, V>> =>
  key in record ? Object.fromEntries(Object.entries(record).filter(([other]) => other !== key)) : record;
