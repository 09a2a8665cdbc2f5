import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listMembers } from '@hearth/contract';
import { buildMember, buildRole, buildServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const params = (serverId: string) => ({ params: { serverId } });

describe('the members of a server', () => {
  const list = (caller: TestUser, serverId: string, query = {}) => hearth.api.as(caller).call(listMembers, { ...params(serverId), query });

  it('come page by page in the order of joining, also those who joined in the same moment', async () => {
    const server = await buildServer(hearth);
    const moment = new Date();
    const people = await Promise.all(Array.from({ length: 6 }, () => buildUser(hearth)));
    for (const { id } of people)
      await hearth.db.member.create({ data: { serverId: BigInt(server.id), userId: BigInt(id), joinedAt: moment } });
    const sorted = people.map(({ id }) => id).sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));

    const ids: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(server.owner, server.id, { limit: '3', ...(cursor && { cursor }) });
      ids.push(...page.members.map(({ user }) => user.id));
      sizes.push(page.members.length);
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual([server.owner.id, ...sorted]);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('have no next page when the last is full', async () => {
    const { server } = await buildMember(hearth);
    expect(await list(server.owner, server.id, { limit: '2' })).toMatchObject({ members: [{}, {}], nextCursor: null });
  });

  it('show roles, nickname and timeout', async () => {
    const { user, server } = await buildMember(hearth);
    const roleId = await buildRole(hearth, { server, permissions: [], members: [user] });
    const timeoutUntil = new Date('2030-01-01T00:00:00.000Z');
    const key = { serverId: BigInt(server.id), userId: BigInt(user.id) };
    await hearth.db.member.update({ where: { serverId_userId: key }, data: { nickname: 'Mimi', timeoutUntil } });
    const { members } = await list(server.owner, server.id);
    expect(members[1]).toEqual({
      serverId: server.id,
      user: { id: user.id, username: user.username, displayName: user.username, avatar: null },
      nickname: 'Mimi',
      roleIds: [roleId],
      joinedAt: expect.any(String),
      timeoutUntil: timeoutUntil.toISOString(),
      pending: false,
    });
  });

  it('are found by name among those who have a role', async () => {
    const server = await buildServer(hearth);
    const [one, other] = [await buildMember(hearth, { server }), await buildMember(hearth, { server })];
    await hearth.db.member.updateMany({ where: { serverId: BigInt(server.id) }, data: { nickname: 'Zoe' } });
    const roleId = await buildRole(hearth, { server, permissions: [], members: [other.user] });
    const idsOf = async (query: object) => (await list(server.owner, server.id, query)).members.map(({ user }) => user.id);
    expect(await idsOf({ query: 'zo', roleId })).toEqual([other.user.id]);
    expect(await idsOf({ query: 'zo' })).toContain(one.user.id);
    expect(await idsOf({ query: 'x', roleId })).toEqual([]);
  });

  it('are those who are asked for and in', async () => {
    const { user, server } = await buildMember(hearth);
    const stranger = await buildUser(hearth);
    const found = await list(server.owner, server.id, { userIds: [stranger.id, user.id].join(',') });
    expect(found).toMatchObject({ members: [{ user: { id: user.id } }], nextCursor: null });
  });

  it.each([
    'roleId=x&query=a',
    'userIds=',
    'userIds=1,x',
    `userIds=${Array.from({ length: 101 }, (_, index) => index + 1).join(',')}`,
    'limit=0',
    'limit=101',
    'limit=1.5',
    'limit=abc',
    'cursor=***',
    'cursor=abc',
    `cursor=${Buffer.from('[1,"x"]').toString('base64url')}`,
  ])('refuse %s', async (query) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('get', `/servers/${id}/members?${query}`);
    const path = expect.stringMatching(new RegExp(`^query\\.${query.split('=')[0]}\\b`));
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path }] });
  });

  it('are not for strangers', async () => {
    const { id } = await buildServer(hearth);
    await expect(list(await buildUser(hearth), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
