import type { Problem, SignedIn } from '@hearth/contract';
import { isWholePending, type KeptPending } from '@/features/offline/kept';
import type { WaitingTables } from './tables';

export interface SenderPorts {
  tables: WaitingTables;
  fetch: typeof fetch;
  /** One at a time with every tab: the refresh cookie is replaced at each use. */
  exclusively: <T>(run: () => Promise<T>) => Promise<T>;
  /** Tabs that send for themselves. */
  livingTabs: () => Promise<ReadonlySet<string>>;
}

/** The row as the outbox writes it. */
interface Pending {
  createdAt: number;
  state: 'pending' | 'failed';
  problem: Problem | null;
}

type Row = KeptPending & { pending: Pending; submission: NonNullable<KeptPending['submission']> };

const API = '/api/v1';

/** Something waits still: the browser may try again later. */
class StillWaiting extends Error {
  override readonly name = 'StillWaiting';
}

/**
 * Sends what tabs that are gone left behind, for whoever is signed in, in the order in which it was written. Should a tab send the same at
 * the same time, the nonce makes it one message.
 *
 * @throws while something waits that may go through later
 */
export async function sendWaiting(ports: SenderPorts): Promise<void> {
  for (const userId of await ports.tables.accounts()) await sendFor(userId, ports);
}

async function sendFor(userId: string, ports: SenderPorts): Promise<void> {
  const rows = await waitingRows(userId, ports);
  if (rows.length === 0) return;
  const token = await tokenOf(userId, ports);
  if (token === null) return;
  const byChannel = Map.groupBy(rows, ({ submission }) => submission.channelId);
  const results = await Promise.all([...byChannel.values()].map((lane) => sendInOrder(userId, lane, token, ports)));
  if (!results.every(Boolean)) throw new StillWaiting('Some messages could not be sent yet');
}

async function waitingRows(userId: string, { tables, livingTabs }: SenderPorts): Promise<Row[]> {
  const living = await livingTabs();
  const rows = (await tables.rows(userId)).filter(isWholePending) as Row[];
  const left = rows.filter(({ tab, submission, pending }) => submission !== undefined && pending.state === 'pending' && !living.has(tab));
  return left.sort((a, b) => a.pending.createdAt - b.pending.createdAt);
}

/** Null where the account is signed in no more: then nothing of it stays here. */
async function tokenOf(userId: string, { tables, fetch, exclusively }: SenderPorts): Promise<string | null> {
  const answer = await exclusively(() => fetch(`${API}/auth/refresh`, { method: 'POST', credentials: 'same-origin', cache: 'no-store' }));
  if (answer.status >= 500 || answer.status === 429) throw new StillWaiting('The server cannot tell who is signed in');
  const signedIn = answer.ok ? ((await answer.json()) as SignedIn) : null;
  if (signedIn?.user.id === userId) return signedIn.accessToken;
  tables.forget(userId);
  return null;
}

/** @returns whether all of them came to an end, be it that they were refused */
async function sendInOrder(userId: string, lane: readonly Row[], token: string, { tables, fetch }: SenderPorts): Promise<boolean> {
  for (const row of lane) {
    const { channelId, body } = row.submission;
    const answer = await fetch(`${API}/channels/${channelId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => null);
    if (answer === null || answer.status >= 500 || answer.status === 401 || answer.status === 429) return false;
    if (answer.ok) await tables.remove(userId, row.nonce);
    // The app shows it with the reason when it is opened again.
    else await tables.put(userId, { ...row, pending: { ...row.pending, state: 'failed', problem: (await answer.json()) as Problem } });
  }
  return true;
}
