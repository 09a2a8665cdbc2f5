import { Snowflakes } from '../../src/database/snowflakes.js';
import { PermissionsService } from '../../src/permissions/permissions.service.js';
import type { TestApp } from '../harness.js';
import type { TestServer } from './servers.js';

/** Many members at once, straight into the database: they cannot sign in. Returns their ids, in the order of their names. */
export async function buildCrowd(hearth: TestApp, { id }: TestServer, count: number): Promise<string[]> {
  const snowflakes = hearth.get(Snowflakes);
  const serverId = BigInt(id);
  const people = Array.from({ length: count }, (_, index) => {
    const userId = snowflakes.next();
    return { id: BigInt(userId), username: `crowd_${userId}`, displayName: `Crowd ${index}`, passwordHash: 'none' };
  });
  await hearth.db.user.createMany({ data: people });
  await hearth.db.member.createMany({ data: people.map((person) => ({ serverId, userId: person.id })) });
  await hearth.db.server.update({ where: { id: serverId }, data: { memberCount: { increment: count } } });
  await hearth.get(PermissionsService).changed(id);
  return people.map((person) => person.id.toString());
}
