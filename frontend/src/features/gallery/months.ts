/**
 * What follows each other and is of one month.
 *
 * @param monthOf what it is called where the reader is: calendars differ
 */
export function byMonth<Item extends { createdAt: string }>(
  items: readonly Item[],
  monthOf: (at: string) => string,
): { month: string; items: Item[] }[] {
  const months: { month: string; items: Item[] }[] = [];
  for (const item of items) {
    const month = monthOf(item.createdAt);
    const last = months.at(-1);
    if (last?.month === month) last.items.push(item);
    else months.push({ month, items: [item] });
  }
  return months;
}
