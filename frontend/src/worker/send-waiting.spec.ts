/** @jest-environment node */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type SenderPorts, sendWaiting } from './send-waiting';

interface Waiting {
  nonce: string;
  tab: string;
  channelId?: string;
  createdAt?: number;
  state?: 'pending' | 'failed';
}

const rowOf = ({ nonce, tab, channelId = '1', createdAt = 0, state = 'pending' }: Waiting) => ({
  nonce,
  tab,
  pending: { nonce, createdAt, state, problem: null },
  submission: { channelId, body: { content: `text of ${nonce}`, nonce } },
});

let tables: Map<string, Map<string, unknown>>;
let living: string[];
let signedIn: string | null;
/** What was posted, in order: channel and nonce. */
let posted: string[];
/** How the server answers a post; 201 if nothing is said. */
let answers: Map<string, number>;

const ports: SenderPorts = {
  tables: {
    accounts: async () => [...tables.keys()],
    rows: async (userId) => [...(tables.get(userId)?.values() ?? [])],
    put: async (userId, row) => void tables.get(userId)?.set((row as Waiting).nonce, row),
    remove: async (userId, nonce) => void tables.get(userId)?.delete(nonce),
    forget: (userId) => void tables.delete(userId),
  },
  fetch: async (input, init) => {
    if ((input as string).endsWith('/auth/refresh')) {
      if (signedIn === null) return Response.json({ code: 'SESSION_ENDED' }, { status: 401 });
      return Response.json({ user: { id: signedIn }, accessToken: 'token' });
    }
    const { nonce } = JSON.parse(String(init?.body as string)) as { nonce: string };
    posted.push(`${(input as string).split('/')[4]} ${nonce}`);
    const status = answers.get(nonce) ?? 201;
    if (status === 0) throw new TypeError('no network');
    return Response.json({ code: 'SOMETHING', status }, { status });
  },
  exclusively: (run) => run(),
  livingTabs: async () => new Set(living),
};

const wait = (userId: string, ...rows: Waiting[]) => void tables.set(userId, new Map(rows.map((row) => [row.nonce, rowOf(row)])));
const left = (userId = '1') => [...(tables.get(userId)?.keys() ?? [])];

beforeEach(() => {
  tables = new Map();
  living = [];
  signedIn = '1';
  posted = [];
  answers = new Map();
});

describe('what a tab left that is gone', () => {
  it('is sent, each channel in order', async () => {
    wait('1', { nonce: 'b', tab: 't', createdAt: 2 }, { nonce: 'a', tab: 't', createdAt: 1 }, { nonce: 'c', tab: 't', channelId: '2' });
    await sendWaiting(ports);
    expect(posted.filter((one) => one.startsWith('1'))).toEqual(['1 a', '1 b']);
    expect(posted).toContain('2 c');
    expect(left()).toEqual([]);
  });

  it('is not what a tab that lives sends itself, nor what was refused', async () => {
    living = ['u'];
    wait('1', { nonce: 'a', tab: 'u' }, { nonce: 'b', tab: 't', state: 'failed' });
    await sendWaiting(ports);
    expect(posted).toEqual([]);
  });

  it.each([0, 500, 429, 401])('waits for the next time after %d, with what follows it', async (status) => {
    wait('1', { nonce: 'a', tab: 't', createdAt: 1 }, { nonce: 'b', tab: 't', createdAt: 2 });
    answers.set('a', status);
    await expect(sendWaiting(ports)).rejects.toThrow('not be sent yet');
    expect([posted, left()]).toEqual([['1 a'], ['a', 'b']]);
  });

  it('is shown as refused where it was, and does not stop what follows', async () => {
    wait('1', { nonce: 'a', tab: 't', createdAt: 1 }, { nonce: 'b', tab: 't', createdAt: 2 });
    answers.set('a', 403);
    await sendWaiting(ports);
    expect(left()).toEqual(['a']);
    expect(tables.get('1')?.get('a')).toMatchObject({ pending: { state: 'failed', problem: { code: 'SOMETHING' } } });
  });
});

describe('whose session has ended', () => {
  it.each([null, '2'])('sends nothing, and nothing of it stays here: %j', async (who) => {
    signedIn = who;
    wait('1', { nonce: 'a', tab: 't' });
    await sendWaiting(ports);
    expect([posted, tables.size]).toEqual([[], 0]);
  });

  it('is not known as long as the server does not say', async () => {
    wait('1', { nonce: 'a', tab: 't' });
    const silent: SenderPorts = { ...ports, fetch: async () => Response.json({}, { status: 503 }) };
    await expect(sendWaiting(silent)).rejects.toThrow('who is signed in');
    expect(left()).toEqual(['a']);
  });
});

it('does nothing for a browser in which nothing waits', async () => {
  wait('1');
  await sendWaiting(ports);
  expect(tables.size).toBe(1);
});
