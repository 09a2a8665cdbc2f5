/** A time as the browser's own field has it: local, to the minute. */
export function toTimeField(at: number | null | undefined): string {
  if (at === null || at === undefined) return '';
  const date = new Date(at);
  const local = new Date(at - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

export const fromTimeField = (text: string): number | null => (text === '' ? null : new Date(text).getTime());
