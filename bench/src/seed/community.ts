import { permissionsOf } from '@hearth/contract';
import type { Pool } from 'pg';
import { nextId } from './ids.ts';
import type { Person } from './people.ts';
import { seedServer, type SeededServer } from './servers.ts';

export interface Size {
  members: number;
  channels: number;
  roles: number;
}

export interface SeededCommunity extends SeededServer {
  roleIds: string[];
}

const ROLES_OF_MEMBER = 3;
/** One channel of so many is for one role alone. */
const PRIVATE_OF = 5;

const INSERT_ROLES = `INSERT INTO roles (id, server_id, name, position, permissions, hoist)
  SELECT id, $1, 'role ' || n, n, $3, n % 10 = 0 FROM unnest($2::bigint[]) WITH ORDINALITY AS t(id, n)`;
const INSERT_MEMBER_ROLES = `INSERT INTO member_roles (server_id, user_id, role_id)
  SELECT DISTINCT $1::bigint, u.id, ($3::bigint[])[1 + (u.n * 7 + r.n * 13) % cardinality($3::bigint[])]
  FROM unnest($2::bigint[]) WITH ORDINALITY AS u(id, n) CROSS JOIN generate_series(1, ${ROLES_OF_MEMBER}) AS r(n)`;
const INSERT_OVERWRITES = `INSERT INTO permission_overwrites (channel_id, target_id, type, allow, deny)
  SELECT c.id, t.id, 'ROLE', t.allow, t.deny
  FROM unnest($2::bigint[]) WITH ORDINALITY AS c(id, n)
  CROSS JOIN LATERAL (VALUES ($1::bigint, 0::bigint, $4::bigint), (($3::bigint[])[1 + c.n % cardinality($3::bigint[])], $4::bigint, 0::bigint)) AS t(id, allow, deny)
  WHERE c.n % ${PRIVATE_OF} = 0`;

/** A server with roles that members have, some of whose channels are private. The first of the people owns it. */
export async function seedCommunity(hearth: Pool, name: string, people: Person[], { channels, roles }: Size): Promise<SeededCommunity> {
  const server = await seedServer(hearth, name, people, channels);
  const roleIds = Array.from({ length: roles }, nextId);
  await hearth.query(INSERT_ROLES, [server.id, roleIds, permissionsOf('SEND_MESSAGES').toString()]);
  await hearth.query(INSERT_MEMBER_ROLES, [server.id, people.map(({ id }) => id), roleIds]);
  await hearth.query(INSERT_OVERWRITES, [server.id, server.channelIds, roleIds, permissionsOf('VIEW_CHANNEL').toString()]);
  await hearth.query('ANALYZE channels, members, roles, member_roles, permission_overwrites');
  return { ...server, roleIds };
}
