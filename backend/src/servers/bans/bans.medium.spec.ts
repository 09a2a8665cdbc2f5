import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { banMember, createInvite, getInvite, getServer, joinServer, leaveServer, listBans, unbanMember } from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { buildMember, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const as = (user: TestUser) => hearth.api.as(user);
const params = ({ id: serverId }: TestServer, { id: userId }: TestUser) => ({ params: { serverId, userId } });
const ban = (caller: TestUser, server: TestServer, user: TestUser, body = {}) =>
  as(caller).call(banMember, { ...params(server, user), body });
const invite = async ({ id: serverId, owner }: TestServer) => (await as(owner).call(createInvite, { params: { serverId }, body: {} })).code;

/** Somebody who was never in the server, but is in another one with its owner. */
async function buildAcquaintance({ owner }: TestServer, input: Parameters<typeof buildUser>[1] = {}): Promise<TestUser> {
  const { user, server } = await buildMember(hearth, { user: await buildUser(hearth, input) });
  await buildMember(hearth, { server, user: owner });
  return user;
}
const list = (caller: TestUser, { id: serverId }: TestServer, query = {}) => as(caller).call(listBans, { params: { serverId }, query });

describe('a ban', () => {
  it('takes a member out and keeps them out, whatever the invite', async () => {
    const { user, server } = await buildMember(hearth);
    const code = await invite(server);
    const [device, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const made = await ban(server.owner, server, user, { reason: 'Spam' });
    expect(made).toMatchObject({ serverId: server.id, user: { id: user.id }, moderator: { id: server.owner.id }, reason: 'Spam' });
    expect(await device.next('server:delete')).toEqual({ serverId: server.id });
    expect(await owner.next('member:remove')).toEqual({ serverId: server.id, userId: user.id });
    await expect(as(user).call(joinServer, { params: { code } })).rejects.toMatchObject({ code: 'BANNED', status: 403 });
    await expect(as(user).call(getInvite, { params: { code } })).rejects.toMatchObject({ code: 'BANNED' });
    expect(await hearth.api.call(getInvite, { params: { code } })).toMatchObject({ code });
    expect((await as(server.owner).call(getServer, { params: { serverId: server.id } })).memberCount).toBe(1);
    expect(await hearth.db.invite.count({ where: { code, uses: 0 } })).toBe(1);
    expect(await actsOf(hearth, server, 'MEMBER_BAN')).toEqual([
      { actorId: server.owner.id, targetId: user.id, targetName: user.username, changes: [], reason: 'Spam' },
    ]);
  });

  it('keeps out who was never in', async () => {
    const server = await buildServer(hearth);
    const stranger = await buildAcquaintance(server);
    expect(await ban(server.owner, server, stranger)).toMatchObject({ user: { id: stranger.id }, reason: null });
    await expect(as(stranger).call(joinServer, { params: { code: await invite(server) } })).rejects.toMatchObject({ code: 'BANNED' });
  });

  it('does not tell whether somebody exists of whom the moderator may not know', async () => {
    const server = await buildServer(hearth);
    const [stranger, { user: gone }] = [await buildUser(hearth), await buildMember(hearth, { server })];
    const answers = await Promise.all(
      [stranger.id, '1'].map((userId) => as(server.owner).send('put', `/servers/${server.id}/bans/${userId}`, {})),
    );
    expect(answers).toMatchObject([1, 2].map(() => ({ status: 404, body: { code: 'NOT_FOUND' } })));
    expect((await list(server.owner, server)).bans).toEqual([]);
    await as(gone).call(leaveServer, { params: { serverId: server.id } });
    expect(await ban(server.owner, server, gone)).toMatchObject({ user: { id: gone.id } });
    expect(await ban(server.owner, server, gone, { reason: 'Again' })).toMatchObject({ reason: 'Again' });
  });

  it('that is made again takes a new reason and leaves the old one where there is none', async () => {
    const { user, server } = await buildMember(hearth);
    const first = await ban(server.owner, server, user, { reason: 'Spam' });
    expect(await ban(server.owner, server, user)).toEqual(first);
    expect(await ban(server.owner, server, user, { reason: 'Much spam' })).toEqual({ ...first, reason: 'Much spam' });
  });

  it('is not for the owner, oneself, those as high, or nobody', async () => {
    const server = await buildServer(hearth);
    const moderators = [await buildMember(hearth, { server }), await buildMember(hearth, { server })].map(({ user }) => user);
    await buildRole(hearth, { server, permissions: ['BAN_MEMBERS'], members: moderators });
    const [moderator, equal] = moderators as [TestUser, TestUser];
    for (const target of [server.owner, moderator, equal])
      await expect(ban(moderator, server, target)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(as(moderator).call(banMember, { params: { serverId: server.id, userId: '1' }, body: {} })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('and a join at once do not miss each other', async () => {
    const server = await buildServer(hearth);
    const code = await invite(server);
    for (let round = 0; round < 5; round += 1) {
      const user = await buildAcquaintance(server);
      await Promise.allSettled([as(user).call(joinServer, { params: { code } }), ban(server.owner, server, user)]);
      expect(await hearth.db.member.count({ where: { serverId: BigInt(server.id), userId: BigInt(user.id) } })).toBe(0);
    }
    expect((await as(server.owner).call(getServer, { params: { serverId: server.id } })).memberCount).toBe(1);
  });

  it.each([{ deleteMessageSeconds: -1 }, { deleteMessageSeconds: 604_801 }, { deleteMessageSeconds: 1.5 }, { reason: 'x'.repeat(513) }])(
    'refuses %j',
    async (body) => {
      const { user, server } = await buildMember(hearth);
      const answer = await as(server.owner).send('put', `/servers/${server.id}/bans/${user.id}`, body);
      expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${Object.keys(body)[0]}` }] });
    },
  );
});

describe('lifting a ban', () => {
  it('lets somebody in again', async () => {
    const { user, server } = await buildMember(hearth);
    await ban(server.owner, server, user, { reason: 'Spam' });
    await as(server.owner).call(unbanMember, { ...params(server, user), query: { reason: 'Sorry' } });
    expect((await list(server.owner, server)).bans).toEqual([]);
    expect(await as(user).call(joinServer, { params: { code: await invite(server) } })).toMatchObject({ id: server.id });
    expect(await actsOf(hearth, server, 'MEMBER_UNBAN')).toEqual([
      {
        actorId: server.owner.id,
        targetId: user.id,
        targetName: user.username,
        changes: [{ key: 'reason', before: 'Spam', after: null }],
        reason: 'Sorry',
      },
    ]);
  });

  it('finds none that is not there', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(as(server.owner).call(unbanMember, params(server, user))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the list of bans', () => {
  it('comes page by page, the newest first, also those of one moment', async () => {
    const server = await buildServer(hearth);
    const people = await Promise.all(Array.from({ length: 5 }, () => buildAcquaintance(server)));
    const createdAt = new Date(Date.now() - 60_000);
    const rows = people.slice(0, 3).map(({ id }) => ({ serverId: BigInt(server.id), userId: BigInt(id), createdAt }));
    await hearth.db.ban.createMany({ data: rows });
    for (const user of people.slice(3)) await ban(server.owner, server, user);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(server.owner, server, { limit: '2', ...(cursor && { cursor }) });
      ids.push(...page.bans.map(({ user }) => user.id));
      cursor = page.nextCursor;
    } while (cursor);
    const older = people
      .slice(0, 3)
      .map(({ id }) => id)
      .sort((one, other) => (BigInt(one) < BigInt(other) ? 1 : -1));
    expect(ids).toEqual([people[4]?.id, people[3]?.id, ...older]);
  });

  it('is searched by the beginning of a name', async () => {
    const server = await buildServer(hearth);
    const zoe = await buildAcquaintance(server, { displayName: 'Zoë_A' });
    const bert = await buildAcquaintance(server, { displayName: 'Bert' });
    for (const user of [zoe, bert]) await ban(server.owner, server, user);
    const found = async (query: string) => (await list(server.owner, server, { query })).bans.map(({ user }) => user.displayName);
    expect(await found('zOË')).toEqual(['Zoë_A']);
    expect(await found(bert.username.toUpperCase())).toEqual(['Bert']);
    expect(await found('%')).toEqual([]);
    expect(await found('Zoë%')).toEqual([]);
    expect(await found('Zoë_')).toEqual(['Zoë_A']);
  });

  it.each(['limit=0', 'cursor=abc', 'query='])('refuses %s', async (query) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await as(owner).send('get', `/servers/${id}/bans?${query}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `query.${query.split('=')[0]}` }] });
  });
});
