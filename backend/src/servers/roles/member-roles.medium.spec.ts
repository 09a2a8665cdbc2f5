import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMemberRole, getServer, listRoleMembers, removeMemberRole, type Member } from '@hearth/contract';
import { buildMember, buildOverwrite, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const give = (caller: TestUser, { id: serverId }: TestServer, user: TestUser, roleId: string, reason?: string) =>
  hearth.api.as(caller).call(addMemberRole, { params: { serverId, userId: user.id, roleId }, query: { ...(reason && { reason }) } });
const take = (caller: TestUser, { id: serverId }: TestServer, user: TestUser, roleId: string) =>
  hearth.api.as(caller).call(removeMemberRole, { params: { serverId, userId: user.id, roleId }, query: {} });
const rolesOf = async (user: TestUser, { id: serverId }: TestServer) =>
  (await hearth.api.as(user).call(getServer, { params: { serverId } })).me.roleIds;
const factsOf = async ({ id }: TestServer) => [
  (await hearth.db.server.findUniqueOrThrow({ where: { id: BigInt(id) } })).accessVersion,
  await hearth.db.auditLogEntry.count({ where: { serverId: BigInt(id) } }),
];

/** Somebody with MANAGE_ROLES and KICK_MEMBERS above a lower role and below a higher one, and a member without any. */
async function buildScene() {
  const { user: moderator, server } = await buildMember(hearth);
  const { user: target } = await buildMember(hearth, { server });
  const higher = await buildRole(hearth, { server, permissions: [] });
  const own = await buildRole(hearth, { server, permissions: ['MANAGE_ROLES', 'KICK_MEMBERS'], members: [moderator] });
  const lower = await buildRole(hearth, { server, permissions: ['KICK_MEMBERS'] });
  return { moderator, server, target, higher, own, lower };
}

describe('giving and taking a role', () => {
  it('shows on everybody, and is kept', async () => {
    const { moderator, server, target, lower } = await buildScene();
    const device = await hearth.connect(server.owner);
    const member = await give(moderator, server, target, lower, ' earned ');
    expect(member).toMatchObject({ serverId: server.id, roleIds: [lower], user: { id: target.id } });
    expect(await device.next('member:update')).toEqual(member);
    expect(await rolesOf(target, server)).toEqual([lower]);
    const entries = () => hearth.db.auditLogEntry.findMany({ where: { targetId: BigInt(target.id) }, orderBy: { id: 'desc' } });
    expect((await entries())[0]).toMatchObject({
      action: 'MEMBER_ROLES',
      actorId: BigInt(moderator.id),
      targetName: target.username,
      reason: 'earned',
      changes: [{ key: 'roles', before: null, after: { id: lower, name: 'role' } }],
    });

    await take(moderator, server, target, lower);
    expect(await device.next('member:update')).toMatchObject({ roleIds: [] });
    expect(await rolesOf(target, server)).toEqual([]);
    expect((await entries())[0]).toMatchObject({ changes: [{ key: 'roles', before: { id: lower, name: 'role' }, after: null }] });
  });

  it('twice does nothing and tells nobody', async () => {
    const { moderator, server, target, lower } = await buildScene();
    await give(moderator, server, target, lower);
    const before = await factsOf(server);
    const device = await hearth.connect(server.owner);
    expect(await give(moderator, server, target, lower)).toMatchObject({ roleIds: [lower] });
    expect(await factsOf(server)).toEqual(before);
    await take(moderator, server, target, lower);
    const after = await factsOf(server);
    await take(moderator, server, target, lower);
    expect(await factsOf(server)).toEqual(after);
    await device.settle();
    expect(device.all('member:update')).toHaveLength(1);
  });

  it('is for roles and members below', async () => {
    const { moderator, server, target, own, higher, lower } = await buildScene();
    for (const roleId of [own, higher])
      await expect(give(moderator, server, target, roleId)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    await expect(give(target, server, target, lower)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(give(moderator, server, server.owner, lower)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await give(server.owner, server, target, higher);
    await expect(give(moderator, server, target, lower)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(take(moderator, server, target, higher)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await take(server.owner, server, target, higher);
    await give(server.owner, server, server.owner, higher);
  });

  it('gives nothing that its giver does not hold', async () => {
    const { moderator, server, target } = await buildScene();
    const strong = await buildRole(hearth, { server, permissions: ['BAN_MEMBERS'] });
    for (const user of [target, moderator])
      await expect(give(moderator, server, user, strong)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await give(server.owner, server, target, strong);
    await take(moderator, server, target, strong);
  });

  it('frees nobody of what a role keeps from them, nor opens to them what it opens', async () => {
    const { moderator, server, lower } = await buildScene();
    const closed = await buildRole(hearth, { server, permissions: [] });
    await buildOverwrite(hearth, { channel: server.general, roleId: closed, deny: ['SEND_MESSAGES'] });
    await buildOverwrite(hearth, { channel: server.general, roleId: lower, allow: ['MANAGE_MESSAGES'] });
    await give(server.owner, server, moderator, closed);
    await expect(take(moderator, server, moderator, closed)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(give(moderator, server, moderator, lower)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const plain = await buildRole(hearth, { server, permissions: [] });
    expect((await give(moderator, server, moderator, plain)).roleIds).toContain(plain);
    await take(moderator, server, moderator, plain);
  });

  it('finds nobody and nothing that is not there', async () => {
    const { moderator, server, target, lower } = await buildScene();
    const stranger = await buildUser(hearth);
    const foreign = await buildRole(hearth, { server: await buildServer(hearth), permissions: [] });
    await expect(give(moderator, server, stranger, lower)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(give(moderator, server, target, foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(give(stranger, server, target, lower)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(give(server.owner, server, target, server.id)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(take(server.owner, server, target, server.id)).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});

describe('the members of a role', () => {
  it('come page by page, of @everyone too', async () => {
    const { server, lower } = await buildScene();
    const people = [];
    for (let count = 0; count < 3; count += 1) people.push((await buildMember(hearth, { server })).user);
    for (const person of people) await give(server.owner, server, person, lower);

    const collect = async (roleId: string) => {
      const found: Member[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string> = { limit: '2', ...(cursor && { cursor }) };
        const page: { members: Member[]; nextCursor: string | null } = await hearth.api
          .as(server.owner)
          .call(listRoleMembers, { params: { serverId: server.id, roleId }, query });
        found.push(...page.members);
        cursor = page.nextCursor;
      } while (cursor);
      return found.map(({ user }) => user.id);
    };
    expect(await collect(lower)).toEqual(people.map(({ id }) => id));
    expect(await collect(server.id)).toHaveLength(6);
  });

  it('are for members of the server to see', async () => {
    const { server, lower } = await buildScene();
    const list = (caller: TestUser, roleId: string) =>
      hearth.api.as(caller).call(listRoleMembers, { params: { serverId: server.id, roleId } });
    await expect(list(await buildUser(hearth), lower)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(list(server.owner, '1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const answer = await hearth.api.as(server.owner).send('get', `/servers/${server.id}/roles/${lower}/members?cursor=abc`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});
