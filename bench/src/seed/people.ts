import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { nextId } from './ids.ts';

export interface Person {
  id: string;
  /** What the browser's cookie would hold. */
  refreshToken: string;
}

const INSERT_USERS = `INSERT INTO users (id, username, display_name, password_hash)
  SELECT id, 'person_' || id, 'Person ' || n, 'none' FROM unnest($1::bigint[]) WITH ORDINALITY AS t(id, n)`;
const INSERT_SESSIONS = `INSERT INTO sessions (id, user_id, user_agent, address, expires_at)
  SELECT id, id, 'bench', '127.0.0.1', now() + interval '1 day' FROM unnest($1::bigint[]) AS t(id)`;
const INSERT_TOKENS = 'INSERT INTO refresh_tokens (hash, session_id) SELECT * FROM unnest($1::bytea[], $2::bigint[])';

const SIGNING_IN_AT_ONCE = 8;

/** Accounts with one session each, put straight into the database: hashing thousands of passwords is not what is measured. */
export async function seedPeople(hearth: Pool, count: number): Promise<Person[]> {
  const people = Array.from({ length: count }, () => ({ id: nextId(), refreshToken: randomBytes(32).toString('base64url') }));
  const ids = people.map(({ id }) => id);
  await hearth.query(INSERT_USERS, [ids]);
  await hearth.query(INSERT_SESSIONS, [ids]);
  await hearth.query(INSERT_TOKENS, [people.map(({ refreshToken }) => createHash('sha256').update(refreshToken).digest()), ids]);
  return people;
}

/** Access tokens of people, in their order, each got as a browser gets it. */
export async function signIn(url: string, people: Person[]): Promise<string[]> {
  const tokens: string[] = [];
  const queue = people.entries();
  const some = async (): Promise<void> => {
    for (const [index, person] of queue) tokens[index] = await refresh(url, person);
  };
  await Promise.all(Array.from({ length: SIGNING_IN_AT_ONCE }, some));
  return tokens;
}

async function refresh(url: string, person: Person): Promise<string> {
  const answer = await fetch(`${url}/api/v1/auth/refresh`, {
    method: 'POST',
    headers: { Cookie: `hearth_refresh=${person.refreshToken}` },
  });
  if (answer.status !== 200) throw new Error(`signing in was answered ${answer.status}: ${await answer.text()}`);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  person.refreshToken = /hearth_refresh=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? person.refreshToken;
  return accessToken;
}
