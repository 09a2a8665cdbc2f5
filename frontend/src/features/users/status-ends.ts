export const statusEnds = ['never', 'minutes30', 'hour', 'hours4', 'today', 'week'] as const;
export type StatusEnd = (typeof statusEnds)[number];

const MINUTE = 60_000;
const minutes = { minutes30: 30, hour: 60, hours4: 240, week: 7 * 24 * 60 } as const;

/** When a status text ends that is set now: ISO, or null. Today ends where the person is. */
export function statusEnd(choice: StatusEnd, now: Date): string | null {
  if (choice === 'never') return null;
  if (choice === 'today') return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString();
  return new Date(now.getTime() + minutes[choice] * MINUTE).toISOString();
}
