import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  banMember,
  createInvite,
  createMessage,
  getMember,
  getServer,
  joinServer,
  kickMember,
  leaveServer,
  listJoins,
  listMembers,
  listFormerMembers,
  listOrigins,
  updateMember,
  updateOwnMember,
} from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { buildMember, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const MINUTE = 60_000;
const as = (user: TestUser) => hearth.api.as(user);
const params = ({ id: serverId }: TestServer, { id: userId }: TestUser) => ({ params: { serverId, userId } });
const send = (user: TestUser, { general }: TestServer) =>
  as(user).call(createMessage, { params: { channelId: general.id }, body: { content: 'hello', nonce: randomUUID() } });
const inAnHour = () => new Date(Date.now() + 60 * MINUTE).toISOString();

/** A member whose role lets them do this, above @everyone. */
async function buildModerator(server: TestServer, ...permissions: Parameters<typeof buildRole>[1]['permissions']): Promise<TestUser> {
  const { user } = await buildMember(hearth, { server });
  await buildRole(hearth, { server, permissions, members: [user] });
  return user;
}

describe('one member', () => {
  it('is shown to members, and to nobody else', async () => {
    const { user, server } = await buildMember(hearth);
    expect(await as(server.owner).call(getMember, params(server, user))).toMatchObject({ user: { id: user.id }, pending: false });
    const stranger = await buildUser(hearth);
    await expect(as(server.owner).call(getMember, params(server, stranger))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(as(stranger).call(getMember, params(server, user))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the search', () => {
  const search = async (user: TestUser, { id: serverId }: TestServer, query: string) => {
    const { members, nextCursor } = await as(user).call(listMembers, { params: { serverId }, query: { query } });
    expect(nextCursor).toBeNull();
    return members.map((member) => member.nickname ?? member.user.displayName);
  };

  it('finds by the beginning of each name, whatever its case, sorted by the name that is shown', async () => {
    const server = await buildServer(hearth);
    for (const displayName of ['Zoe Alder', 'alan', 'Alma', 'Bert'])
      await buildMember(hearth, { server, user: await buildUser(hearth, { displayName }) });
    const { user } = await buildMember(hearth, { server, user: await buildUser(hearth, { displayName: 'Carl' }) });
    await as(user).call(updateOwnMember, { params: { serverId: server.id }, body: { nickname: 'Alfred' } });
    expect(await search(user, server, 'AL')).toEqual(['alan', 'Alfred', 'Alma']);
    expect(await search(user, server, 'carl')).toEqual(['Alfred']);
    expect(await search(user, server, user.username)).toEqual(['Alfred']);
    expect(await search(user, server, '%')).toEqual([]);
    expect(await search(user, server, '_')).toEqual([]);
  });

  it.each(['query=', `query=${'x'.repeat(33)}`])('refuses %s', async (query) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await as(owner).send('get', `/servers/${id}/members?${query}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'query.query' }] });
  });
});

describe('a nickname', () => {
  it('is given to oneself and taken off again, everybody hears of it, and the log keeps it', async () => {
    const { user, server } = await buildMember(hearth);
    const socket = await hearth.connect(server.owner);
    const rename = (nickname: string | null) => as(user).call(updateOwnMember, { params: { serverId: server.id }, body: { nickname } });
    const member = await rename(' Captain ');
    expect(member.nickname).toBe('Captain');
    expect(await socket.next('member:update')).toEqual(member);
    await rename('Captain');
    await rename(null);
    expect((await socket.next('member:update')).nickname).toBeNull();
    await socket.settle();
    expect(socket.all('member:update')).toHaveLength(2);
    const act = { actorId: user.id, targetId: user.id, targetName: user.username, reason: null };
    expect(await actsOf(hearth, server, 'MEMBER_UPDATE')).toEqual([
      { ...act, changes: [{ key: 'nickname', before: 'Captain', after: null }] },
      { ...act, changes: [{ key: 'nickname', before: null, after: 'Captain' }] },
    ]);
  });

  it('is given to lower members by those with MANAGE_NICKNAMES', async () => {
    const { user, server } = await buildMember(hearth);
    const moderator = await buildModerator(server, 'MANAGE_NICKNAMES');
    const body = { nickname: 'Mira', reason: 'Her name' };
    expect(await as(moderator).call(updateMember, { ...params(server, user), body })).toMatchObject({ nickname: 'Mira' });
    expect(await actsOf(hearth, server, 'MEMBER_UPDATE')).toMatchObject([{ actorId: moderator.id, targetId: user.id, reason: 'Her name' }]);
    for (const target of [server.owner, moderator])
      await expect(as(moderator).call(updateMember, { ...params(server, target), body })).rejects.toMatchObject({
        code: 'MISSING_PERMISSION',
      });
    await expect(as(user).call(updateMember, { ...params(server, moderator), body })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it.each([{ nickname: '' }, { nickname: 'x'.repeat(33) }, { nickname: 'a\nb' }, { nickname: 7 }])('is not %j', async (body) => {
    const { user, server } = await buildMember(hearth);
    const own = await as(user).send('patch', `/servers/${server.id}/members/me`, body);
    const theirs = await as(server.owner).send('patch', `/servers/${server.id}/members/${user.id}`, body);
    for (const answer of [own, theirs]) expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.nickname' }] });
  });
});

describe('a timeout', () => {
  const timeOut = (caller: TestUser, server: TestServer, user: TestUser, timeoutUntil: string | null, reason?: string) =>
    as(caller).call(updateMember, { ...params(server, user), body: { timeoutUntil, ...(reason !== undefined && { reason }) } });

  it('takes effect on what comes next, until it ends', async () => {
    const { user, server } = await buildMember(hearth);
    const socket = await hearth.connect(user);
    await send(user, server);
    const until = inAnHour();
    const member = await timeOut(server.owner, server, user, until, 'Shouting');
    expect(member.timeoutUntil).toBe(until);
    expect(await socket.next('member:update')).toEqual(member);
    await expect(send(user, server)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await timeOut(server.owner, server, user, null);
    await send(user, server);
    expect((await actsOf(hearth, server, 'MEMBER_TIMEOUT'))[1]).toEqual({
      actorId: server.owner.id,
      targetId: user.id,
      targetName: user.username,
      changes: [{ key: 'timeoutUntil', before: null, after: until }],
      reason: 'Shouting',
    });
  });

  it('goes on for whoever leaves and comes back, until it ends', async () => {
    const { user, server } = await buildMember(hearth);
    const until = inAnHour();
    await timeOut(server.owner, server, user, until);
    for (let round = 0; round < 2; round += 1) {
      await as(user).call(leaveServer, { params: { serverId: server.id } });
      await buildMember(hearth, { server, user });
      expect(await as(user).call(getMember, params(server, user))).toMatchObject({ timeoutUntil: until });
      await expect(send(user, server)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    }
    await timeOut(server.owner, server, user, null);
    await as(user).call(leaveServer, { params: { serverId: server.id } });
    await buildMember(hearth, { server, user });
    await send(user, server);
  });

  it('is not for administrators, whom it would not stop', async () => {
    const server = await buildServer(hearth);
    const administrator = await buildModerator(server, 'ADMINISTRATOR');
    await expect(timeOut(server.owner, server, administrator, inAnHour())).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('comes together with a nickname only for those who may do both', async () => {
    const { user, server } = await buildMember(hearth);
    const moderator = await buildModerator(server, 'TIMEOUT_MEMBERS');
    const body = { timeoutUntil: inAnHour(), nickname: 'Loud' };
    await expect(as(moderator).call(updateMember, { ...params(server, user), body })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await as(server.owner).call(updateMember, { ...params(server, user), body })).toMatchObject(body);
    expect(await actsOf(hearth, server, 'MEMBER_TIMEOUT')).toHaveLength(1);
    expect(await actsOf(hearth, server, 'MEMBER_UPDATE')).toHaveLength(1);
  });

  it.each([new Date(0).toISOString(), new Date(Date.now() + 29 * 24 * 60 * MINUTE).toISOString(), 'tomorrow', 7])(
    'does not last until %j',
    async (timeoutUntil) => {
      const { user, server } = await buildMember(hearth);
      const answer = await as(server.owner).send('patch', `/servers/${server.id}/members/${user.id}`, { timeoutUntil });
      expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.timeoutUntil' }] });
    },
  );
});

describe('a kick', () => {
  const kick = (caller: TestUser, server: TestServer, user: TestUser, reason?: string) =>
    as(caller).call(kickMember, { ...params(server, user), query: { ...(reason !== undefined && { reason }) } });

  it('takes somebody out, who hears of it like everybody else and may come back', async () => {
    const { user, server } = await buildMember(hearth);
    const { code } = await as(user).call(createInvite, { params: { serverId: server.id }, body: {} });
    const [device, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    await kick(server.owner, server, user, 'Enough');
    expect(await device.next('server:delete')).toEqual({ serverId: server.id });
    expect(await owner.next('member:remove')).toEqual({ serverId: server.id, userId: user.id });
    expect(await owner.next('server:update')).toMatchObject({ memberCount: 1 });
    await expect(as(user).call(getServer, { params: { serverId: server.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(send(user, server)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await send(server.owner, server);
    await Promise.all([device.settle(), owner.settle()]);
    expect(device.names()).toEqual(['server:delete']);
    expect(await actsOf(hearth, server, 'MEMBER_KICK')).toEqual([
      { actorId: server.owner.id, targetId: user.id, targetName: user.username, changes: [], reason: 'Enough' },
    ]);
    // Their invite stays, and lets them in again.
    expect(await as(user).call(joinServer, { params: { code } })).toMatchObject({ id: server.id, memberCount: 2 });
  });

  it('finds nobody who is not in it, and takes a reason of words', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(kick(server.owner, server, await buildUser(hearth))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const answer = await as(server.owner).send('delete', `/servers/${server.id}/members/${user.id}?reason=${'x'.repeat(513)}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'query.reason' }] });
  });

  it('does not count somebody twice who is kicked by two at once', async () => {
    const { user, server } = await buildMember(hearth);
    const moderator = await buildModerator(server, 'KICK_MEMBERS');
    const outcomes = await Promise.allSettled([kick(server.owner, server, user), kick(moderator, server, user)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { memberCount } = await as(server.owner).call(getServer, { params: { serverId: server.id } });
    expect(memberCount).toBe(2);
  });
});

describe('who came by whose invite', () => {
  const joins = (caller: TestUser, { id: serverId }: TestServer, query = {}) => as(caller).call(listJoins, { params: { serverId }, query });

  it('is kept for each time, also of those who left', async () => {
    const { user: inviter, server } = await buildMember(hearth);
    const { code } = await as(inviter).call(createInvite, { params: { serverId: server.id }, body: {} });
    const guest = await buildUser(hearth);
    await as(guest).call(joinServer, { params: { code } });
    await as(guest).call(leaveServer, { params: { serverId: server.id } });
    const byInviter = { inviter: { id: inviter.id }, inviteCode: code };
    expect((await joins(server.owner, server)).joins).toMatchObject([
      { user: { id: guest.id }, ...byInviter, isMember: false },
      { user: { id: inviter.id }, inviter: { id: server.owner.id }, isMember: true },
    ]);
    await as(guest).call(joinServer, { params: { code } });
    const { joins: own } = await joins(server.owner, server, { inviterId: inviter.id });
    expect(own.map((join) => [join.user.id, join.isMember])).toEqual([
      [guest.id, true],
      [guest.id, true],
    ]);
    const row = await hearth.db.member.findFirstOrThrow({ where: { serverId: BigInt(server.id), userId: BigInt(guest.id) } });
    expect(row).toMatchObject({ inviterId: BigInt(inviter.id), inviteCode: code });
  });

  it('is told of members whom one asks for', async () => {
    const { user: inviter, server } = await buildMember(hearth);
    const { code } = await as(inviter).call(createInvite, { params: { serverId: server.id }, body: {} });
    const [guest, gone] = [await buildUser(hearth), await buildUser(hearth)];
    for (const user of [guest, gone]) await as(user).call(joinServer, { params: { code } });
    await as(gone).call(leaveServer, { params: { serverId: server.id } });
    const moderator = await buildModerator(server, 'KICK_MEMBERS');
    const ask = (caller: TestUser, ...users: TestUser[]) =>
      as(caller).call(listOrigins, { params: { serverId: server.id }, query: { userIds: users.map((user) => user.id).join(',') } });
    const { origins } = await ask(moderator, guest, gone);
    expect(origins).toEqual([{ userId: guest.id, inviter: expect.objectContaining({ id: inviter.id }), inviteCode: code }]);
    expect(await ask(moderator, server.owner)).toEqual({ origins: [{ userId: server.owner.id, inviter: null, inviteCode: null }] });
    await expect(ask(guest, guest)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(ask(gone, guest)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(moderator)).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('finds those who are gone by the beginning of a name', async () => {
    const server = await buildServer(hearth);
    const [zoe, zoltan, bert] = await Promise.all(
      ['Zoë', 'zoë B', 'Bert'].map(async (displayName) => {
        return (await buildMember(hearth, { server, user: await buildUser(hearth, { displayName }) })).user;
      }),
    );
    if (!zoe || !zoltan || !bert) throw new Error('three came');
    const find = async (caller: TestUser, query: string) =>
      (await as(caller).call(listFormerMembers, { params: { serverId: server.id }, query: { query } })).users.map(({ id }) => id);
    expect(await find(server.owner, 'zO')).toEqual([]);
    await as(server.owner).call(kickMember, params(server, zoe));
    await as(server.owner).call(banMember, { ...params(server, zoltan), body: {} });
    expect(await find(server.owner, 'zOË')).toEqual([zoe.id, zoltan.id]);
    expect(await find(server.owner, zoltan.username.toUpperCase())).toEqual([zoltan.id]);
    expect(await find(server.owner, 'Bert')).toEqual([]);
    expect(await find(server.owner, '%')).toEqual([]);
    await expect(find(bert, 'z')).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(find(zoe, 'z')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(find(server.owner, '')).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('comes page by page, the newest first', async () => {
    const server = await buildServer(hearth);
    const people: string[] = [];
    for (let count = 0; count < 5; count += 1) people.push((await buildMember(hearth, { server })).user.id);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof joins>> = await joins(server.owner, server, { limit: '2', ...(cursor && { cursor }) });
      ids.push(...page.joins.map(({ user }) => user.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual(people.reverse());
  });

  it.each(['limit=0', 'cursor=abc', 'inviterId=x'])('refuses %s', async (query) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await as(owner).send('get', `/servers/${id}/joins?${query}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `query.${query.split('=')[0]}` }] });
  });
});
