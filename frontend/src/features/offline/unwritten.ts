import { isWholePending, type KeptPending } from './kept';

/** Before the account's id, a point and the nonce. */
export const UNWRITTEN = 'hearth.unwritten.';

const keyOf = (userId: string, nonce: string) => `${UNWRITTEN}${userId}.${nonce}`;

/**
 * What is on its way into the tables lies in the page's own storage until it is there: that one is written before anything else happens, so
 * that a tab may be closed the moment after somebody wrote, be it before the library of the tables could be had. Storage can be full or
 * blocked: then only the tables keep it.
 */
export function noteUnwritten(userId: string, row: KeptPending): void {
  try {
    localStorage.setItem(keyOf(userId, row.nonce), JSON.stringify(row));
  } catch {
    // As above.
  }
}

export function forgetUnwritten(userId: string, nonce: string): void {
  try {
    localStorage.removeItem(keyOf(userId, nonce));
  } catch {
    // As above.
  }
}

export function unwritten(userId: string): KeptPending[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyOf(userId, '')));
    return keys.flatMap((key) => readRow(key) ?? []);
  } catch {
    return [];
  }
}

function readRow(key: string): KeptPending | null {
  try {
    const row: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isWholePending(row) ? row : null;
  } catch {
    return null;
  }
}
