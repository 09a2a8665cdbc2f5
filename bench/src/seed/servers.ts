import { DEFAULT_EVERYONE_PERMISSIONS } from '@hearth/contract';
import type { Pool } from 'pg';
import { nextId } from './ids.ts';
import type { Person } from './people.ts';

export interface SeededServer {
  id: string;
  channelIds: string[];
}

const INSERT_SERVER = `INSERT INTO servers (id, name, owner_id, member_count) VALUES ($1, $2, $3, $4)`;
const INSERT_ROLE = `INSERT INTO roles (id, server_id, name, position, permissions) VALUES ($1, $1, '@everyone', 0, $2)`;
const INSERT_MEMBERS = 'INSERT INTO members (server_id, user_id) SELECT $1, id FROM unnest($2::bigint[]) AS t(id)';
const INSERT_CHANNELS = `INSERT INTO channels (id, server_id, type, name, position)
  SELECT id, $1, 'TEXT', 'channel-' || n, n - 1 FROM unnest($2::bigint[]) WITH ORDINALITY AS t(id, n)`;

/** A server as the API would have made it; the first of the people owns it. */
export async function seedServer(hearth: Pool, name: string, people: Person[], channels: number): Promise<SeededServer> {
  const id = nextId();
  const channelIds = Array.from({ length: channels }, nextId);
  const userIds = people.map((person) => person.id);
  await hearth.query(INSERT_SERVER, [id, name, userIds[0], userIds.length]);
  await hearth.query(INSERT_ROLE, [id, DEFAULT_EVERYONE_PERMISSIONS.toString()]);
  await hearth.query(INSERT_MEMBERS, [id, userIds]);
  await hearth.query(INSERT_CHANNELS, [id, channelIds]);
  return { id, channelIds };
}
