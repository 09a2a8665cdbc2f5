import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getUser, lookUpUsers, requestFriend, searchUsers, setRelationship, updateMe, type Profile } from '@hearth/contract';
import { buildMember, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, uniqueName, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let stranger: TestUser;
beforeAll(async () => {
  hearth = await startTestApp();
  server = await buildServer(hearth);
  ({ user } = await buildMember(hearth, { server }));
  stranger = await buildUser(hearth);
});
afterAll(() => hearth.close());

const get = (caller: TestUser, { id }: { id: string }): Promise<Profile> => hearth.api.as(caller).call(getUser, { params: { userId: id } });
const find = (caller: TestUser, query: string) => hearth.api.as(caller).call(searchUsers, { query: { query } });
const ask = (caller: TestUser, { username }: TestUser) => hearth.api.as(caller).call(requestFriend, { body: { username } });
const block = (caller: TestUser, { id }: TestUser) =>
  hearth.api.as(caller).call(setRelationship, { params: { userId: id }, body: { type: 'BLOCKED' } });
const summary = ({ id, username }: TestUser) => ({ id, username, displayName: username, avatar: null });

async function befriend(one: TestUser, other: TestUser): Promise<void> {
  await ask(one, other);
  await ask(other, one);
}

let channels = 0n;
const converse = (...people: TestUser[]) =>
  hearth.db.channel.create({
    data: {
      id: BigInt(stranger.id) + (channels += 1n),
      type: people.length > 2 ? 'GROUP_DM' : 'DM',
      name: '',
      position: 0,
      lastSeq: 1,
      ownerId: BigInt(stranger.id),
      recipients: { create: people.map(({ id }) => ({ userId: BigInt(id) })) },
    },
  });

describe('a profile', () => {
  it('shows what somebody wrote about themselves, and nothing private', async () => {
    const body = { bio: 'Reads.', pronouns: 'she/her', bannerColor: 0xc2410c, statusText: 'Away' };
    await hearth.api.as(user).call(updateMe, { body });
    const profile = await get(server.owner, user);
    expect(profile).toEqual({
      ...summary(user),
      bio: 'Reads.',
      pronouns: 'she/her',
      bannerColor: 0xc2410c,
      banner: null,
      createdAt: user.me.createdAt,
      presence: expect.objectContaining({ userId: user.id, status: 'offline' }),
      mutualServers: [{ id: server.id, nickname: null }],
      mutualFriends: [],
    });
    const answer = await hearth.api.as(server.owner).send('get', `/users/${user.id}`);
    expect(Object.keys(answer.body as object)).toHaveLength(Object.keys(profile).length);
  });

  it('tells what two people have in common', async () => {
    const [ada, ben] = [await buildUser(hearth), await buildUser(hearth)];
    const shared = await buildServer(hearth, { owner: ada });
    await buildMember(hearth, { server: shared, user: ben });
    await buildServer(hearth, { owner: ada });
    await hearth.db.member.update({
      where: { serverId_userId: { serverId: BigInt(shared.id), userId: BigInt(ben.id) } },
      data: { nickname: 'Benny' },
    });
    const [common, onlyAdas, asked] = [await buildUser(hearth), await buildUser(hearth), await buildUser(hearth)];
    await befriend(ada, common);
    await befriend(ben, common);
    await befriend(ada, onlyAdas);
    await befriend(ada, asked);
    await ask(ben, asked);
    expect(await get(ada, ben)).toMatchObject({ mutualServers: [{ id: shared.id, nickname: 'Benny' }], mutualFriends: [summary(common)] });
    expect(await get(ada, ada)).toMatchObject({ mutualServers: [], mutualFriends: [] });
  });

  it('is for whoever shares a server or a conversation, for friends, and for oneself', async () => {
    const [friend, partner, third] = [await buildUser(hearth), await buildUser(hearth), await buildUser(hearth)];
    await befriend(stranger, friend);
    await converse(stranger, partner);
    await converse(stranger, third, partner);
    await hearth.connect(friend);
    await hearth.connect(partner);
    for (const other of [friend, partner]) expect((await get(stranger, other)).presence).toMatchObject({ status: 'online' });
    expect((await get(stranger, third)).presence).toMatchObject({ status: 'offline' });
    expect(await get(stranger, stranger)).toMatchObject({ id: stranger.id });
  });

  it('of somebody who was asked or asks is there, but not whether they are', async () => {
    const [ada, ben] = [await buildUser(hearth), await buildUser(hearth)];
    await hearth.connect(ben);
    await hearth.connect(ada);
    await ask(ada, ben);
    const hidden = { status: 'offline', lastSeenAt: null, text: '' };
    expect(await get(ada, ben)).toMatchObject({ id: ben.id, presence: hidden });
    expect(await get(ben, ada)).toMatchObject({ id: ada.id, presence: hidden });
    await block(ben, ada);
    await expect(get(ada, ben)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await get(ben, ada)).toMatchObject({ presence: hidden });
  });

  it('stays for somebody blocked who meets them elsewhere', async () => {
    const { user: blocked } = await buildMember(hearth, { server });
    await block(user, blocked);
    expect(await get(blocked, user)).toMatchObject({ id: user.id });
  });

  it('does not show whether somebody is there to whom they block', async () => {
    const [blocker, blocked] = [await buildUser(hearth), await buildUser(hearth)];
    await converse(blocker, blocked);
    await hearth.api.as(blocker).call(updateMe, { body: { statusText: 'In the garden' } });
    await hearth.connect(blocker);
    expect(await get(blocked, blocker)).toMatchObject({ presence: { status: 'online', text: 'In the garden' } });
    await block(blocker, blocked);
    const hidden = { status: 'offline', lastSeenAt: null, text: '', textExpiresAt: null };
    expect(await get(blocked, blocker)).toMatchObject({ id: blocker.id, presence: hidden });
    expect(await get(blocker, blocked)).toMatchObject({ presence: hidden });
  });

  it('is not there for somebody who only opened a conversation', async () => {
    const [one, other] = [await buildUser(hearth), await buildUser(hearth)];
    const { id } = await converse(one, other);
    await hearth.db.channel.update({ where: { id }, data: { lastSeq: 0 } });
    await expect(get(one, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not there for a stranger, as if nobody had the id', async () => {
    for (const other of [user, { id: '1' }]) await expect(get(stranger, other)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    const answer = await hearth.api.as(stranger).send('get', '/users/x');
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'params.userId' }] });
  });
});

describe('looking up', () => {
  const lookUp = (caller: TestUser, ...ids: string[]) => hearth.api.as(caller).call(lookUpUsers, { body: { ids } });

  it('tells what those are called now whom the caller may know of, and nothing of others', async () => {
    const [met, asked] = [await buildUser(hearth), await buildUser(hearth)];
    await converse(user, met);
    await ask(user, asked);
    const displayName = uniqueName('Met');
    await hearth.api.as(met).call(updateMe, { body: { displayName } });
    const { users } = await lookUp(user, ...[user, server.owner, met, asked, stranger].map(({ id }) => id), '42');
    const expected = [summary(user), summary(server.owner), { ...summary(met), displayName }, summary(asked)];
    expect(users).toHaveLength(expected.length);
    expect(users).toEqual(expect.arrayContaining(expected));
  });

  it('needs some ids, and not too many', async () => {
    await expect(lookUp(user)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(lookUp(user, ...Array.from({ length: 101 }, (_, index) => String(index + 1)))).rejects.toMatchObject({
      code: 'VALIDATION',
    });
    await expect(lookUp(user, 'ada')).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});

describe('search', () => {
  it('finds people of shared servers by the beginning of either name', async () => {
    const prefix = uniqueName('zoe');
    const zoe = await buildUser(hearth, { username: prefix, displayName: 'Ünal %_\\ Zoë' });
    await buildMember(hearth, { server, user: zoe });
    for (const query of [prefix, prefix.slice(0, 8).toUpperCase(), 'ünal', 'Ünal %_\\ z']) {
      expect((await find(user, query)).users).toEqual([{ id: zoe.id, username: prefix, displayName: 'Ünal %_\\ Zoë', avatar: null }]);
    }
    for (const caller of [zoe, stranger]) expect((await find(caller, prefix)).users).toEqual([]);
    expect((await find(user, 'Zoë')).users).toEqual([]);
  });

  it('finds friends and those in a conversation, and nobody whom one knows only by having been blocked', async () => {
    const prefix = uniqueName('kim');
    const [ada, friend, partner, blocker] = (await Promise.all(
      ['', '.a', '.b', '.c'].map((end) => buildUser(hearth, { username: `${prefix}${end}` })),
    )) as [TestUser, TestUser, TestUser, TestUser];
    await befriend(ada, friend);
    await converse(ada, partner);
    await ask(blocker, ada);
    await block(blocker, ada);
    expect((await find(ada, prefix)).users.map(({ id }) => id)).toEqual([friend.id, partner.id]);
    expect((await find(blocker, prefix)).users.map(({ id }) => id)).toEqual([ada.id]);
  });

  it('takes % and _ as they are', async () => {
    expect((await find(user, '%')).users).toEqual([]);
    expect((await find(user, '____')).users).toEqual([]);
  });

  it('puts the exact user name first and stops at 25', async () => {
    const name = uniqueName('q');
    const exact = await buildUser(hearth, { username: name, displayName: 'zzz' });
    const others = await Promise.all(
      Array.from({ length: 26 }, (_, index) => buildUser(hearth, { username: `a${index}.${name}`, displayName: name })),
    );
    await hearth.db.member.createMany({
      data: [exact, ...others].map(({ id }) => ({ serverId: BigInt(server.id), userId: BigInt(id) })),
    });
    const { users } = await find(user, name);
    expect(users[0]?.id).toBe(exact.id);
    expect(users).toHaveLength(25);
  });

  it.each(['', ' ', 'a\0b', 'x'.repeat(65)])('refuses the query %j', async (query) => {
    await expect(find(user, query)).rejects.toMatchObject({
      code: 'VALIDATION',
      errors: [expect.objectContaining({ path: 'query.query' })],
    });
  });
});
