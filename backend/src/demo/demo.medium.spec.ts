import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { getInstance, getMe, listMessages, listServers, login } from '@hearth/contract';
import pg from 'pg';
import { buildUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { DemoService } from './demo.service.js';

let hearth: TestApp;
beforeEach(async () => {
  hearth = await startTestApp();
});
afterEach(() => hearth.close());

const seed = () => hearth.get(DemoService).seed();
const file = () => path.join(hearth.boot.config.dataDir, 'demo.json');
const signIn = (name: string, password: string) => hearth.api.call(login, { body: { login: name, password } });

/** How many rows each table has that seeding writes to. */
async function counts(): Promise<Record<string, number>> {
  const { db } = hearth;
  const [users, servers, roles, members, channels, messages, readStates] = await Promise.all([
    db.user.count(),
    db.server.count(),
    db.role.count(),
    db.member.count(),
    db.channel.count(),
    db.message.count(),
    db.readState.count(),
  ]);
  return { users, servers, roles, members, channels, messages, readStates };
}

const NOTHING = { users: 0, servers: 0, roles: 0, members: 0, channels: 0, messages: 0, readStates: 0 };

describe('seeding an empty installation', () => {
  it('fills it, and gives logins that work', async () => {
    const logins = await seed();
    expect(logins).toHaveLength(3);
    for (const [index, { login: name, password }] of logins.entries()) {
      const { user } = await signIn(name, password);
      expect(user).toMatchObject({ username: name, isAdmin: index === 0 });
    }
  });

  it('completes the set-up', async () => {
    await seed();
    expect(await hearth.api.call(getInstance)).toMatchObject({ setupRequired: false });
    const setupToken = hearth.boot.secrets.setupToken;
    await expect(buildUser(hearth, { setupToken })).rejects.toMatchObject({ code: 'SETUP_TOKEN_INVALID' });
  });

  it('leaves counters as if everything had been sent', async () => {
    await seed();
    const rows = await hearth.db.statement<Record<string, number>>(
      'demo_counters',
      `SELECT c.last_seq, c.version, count(*)::int AS messages, max(m.seq) AS max_seq, count(DISTINCT m.seq)::int AS seqs,
         max(m.version) AS max_version, count(DISTINCT m.version)::int AS versions,
         (count(*) FILTER (WHERE m.version < m.seq))::int AS behind
       FROM channels c LEFT JOIN messages m ON m.channel_id = c.id WHERE c.type = 'TEXT' GROUP BY c.id`,
      [],
    );
    expect(rows).toHaveLength(15);
    for (const row of rows) {
      expect(row.messages).toBeGreaterThan(50);
      expect([row.max_seq, row.seqs, row.last_seq]).toEqual([row.messages, row.messages, row.messages]);
      expect([row.max_version, row.versions, row.behind]).toEqual([row.version, row.messages, 0]);
    }
  });

  it('shows over the API what it stored', async () => {
    const [admin] = await seed();
    const { accessToken } = await signIn(admin?.login ?? '', admin?.password ?? '');
    const api = hearth.api.as({ accessToken });
    expect((await api.call(getMe)).isAdmin).toBe(true);
    const { servers } = await api.call(listServers);
    expect(servers.map(({ name }) => name)).toEqual(expect.arrayContaining(['Harbour Street Makers', 'Page Turners', 'Tidelog']));
    const [text] = servers[0]?.channels.filter(({ type }) => type === 'TEXT') ?? [];
    const { messages, hasMore } = await api.call(listMessages, { params: { channelId: text?.id ?? '' }, query: { limit: '100' } });
    expect(messages).toHaveLength(100);
    expect(messages.at(-1)?.seq).toBe(text?.lastSeq);
    expect(hasMore).toBe(true);
  });

  it('keeps the passwords where only the owner reads them', async () => {
    const logins = await seed();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(logins);
  });
});

describe('seeding again', () => {
  it('changes nothing and gives the same logins', async () => {
    const first = await seed();
    const before = await counts();
    const { demoSeededAt } = await hearth.db.installation.findFirstOrThrow();
    expect(demoSeededAt).not.toBeNull();
    expect(await seed()).toEqual(first);
    expect(await counts()).toEqual(before);
    expect((await hearth.db.installation.findFirstOrThrow()).demoSeededAt).toEqual(demoSeededAt);
  });

  it('seeds once when two nodes start at the same time', async () => {
    const [one, other] = await Promise.all([seed(), seed()]);
    expect(other).toEqual(one);
    expect((await counts()).users).toBe(24);
  });

  it('goes on showing logins after people have registered', async () => {
    const first = await seed();
    await buildUser(hearth);
    expect(await seed()).toEqual(first);
    expect((await counts()).users).toBe(25);
  });

  it('sets new passwords when the file with the old ones is lost', async () => {
    const [before] = await seed();
    rmSync(file());
    const [after] = await seed();
    expect(after?.password).not.toBe(before?.password);
    expect((await signIn(after?.login ?? '', after?.password ?? '')).user.username).toBe(after?.login);
    await expect(signIn(before?.login ?? '', before?.password ?? '')).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });
});

it('refuses an installation on which people have registered, and leaves it alone', async () => {
  await buildUser(hearth);
  const before = await counts();
  await expect(seed()).rejects.toThrow('This installation is in use');
  expect(await counts()).toEqual(before);
  expect((await hearth.db.installation.findFirstOrThrow()).demoSeededAt).toBeNull();
  expect(() => statSync(file())).toThrow('ENOENT');
});

it('leaves nothing behind when it is interrupted, and the next start does all of it', async () => {
  const observer = new pg.Client({ connectionString: hearth.boot.databaseUrl });
  await observer.connect();
  try {
    // Everything up to the positions gets stored, then it has to wait, and its connection is cut as by the death of the process.
    await observer.query('BEGIN; LOCK TABLE read_states IN ACCESS EXCLUSIVE MODE');
    const interrupted = seed().catch((fault: unknown) => fault);
    expect(await killWaiting()).toBe(1);
    expect(await interrupted).toBeInstanceOf(Error);
    await observer.query('ROLLBACK');
  } finally {
    await observer.end();
  }
  expect(await counts()).toEqual(NOTHING);
  expect((await hearth.db.installation.findFirstOrThrow()).setupCompletedAt).toBeNull();

  const [admin] = await seed();
  expect((await signIn(admin?.login ?? '', admin?.password ?? '')).user.isAdmin).toBe(true);
  expect((await counts()).messages).toBeGreaterThan(3_000);
});

/** Cuts the connections that wait to store positions, as soon as there are any. Returns how many they were. */
async function killWaiting(): Promise<number> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    const killed = await hearth.db.statement(
      'demo_kill_waiting',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%insert into%read_states%'`,
      [],
    );
    if (killed.length > 0) return killed.length;
  }
  throw new Error('nothing waited for the lock');
}
