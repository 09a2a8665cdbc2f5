import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultSettings, getMe, getSettings, getUser, searchUsers, updateMe, updateSettings } from '@hearth/contract';
import { buildMember, buildServer, type TestServer } from '../../test/factories/servers.js';
import { buildUser, signIn, uniqueName, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { UsersService } from './users.service.js';

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

const find = (caller: TestUser, query: string) => hearth.api.as(caller).call(searchUsers, { query: { query } });

describe('the own profile', () => {
  it('changes, and the own devices and the servers hear of it', async () => {
    const [own, owner, outside] = await Promise.all([
      hearth.connect(await signIn(hearth, user)),
      hearth.connect(server.owner),
      hearth.connect(stranger),
    ]);
    const me = await hearth.api.as(user).call(updateMe, { body: { displayName: ' Maya ', bio: 'Line one\nLine two' } });
    expect(me).toEqual({ ...user.me, displayName: 'Maya', bio: 'Line one\nLine two' });
    expect(await hearth.api.as(user).call(getMe)).toEqual(me);

    expect(await own.next('me:update')).toEqual(me);
    const summary = { id: user.id, username: user.username, displayName: 'Maya', avatar: null };
    expect(await own.next('user:update')).toEqual(summary);
    expect(await owner.next('user:update')).toEqual(summary);
    await Promise.all([own.settle(), owner.settle(), outside.settle()]);
    expect(own.all('user:update')).toHaveLength(1);
    expect(owner.all('me:update')).toEqual([]);
    expect(outside.names()).toEqual([]);
  });

  it('keeps what is not named', async () => {
    const before = await hearth.api.as(user).call(getMe);
    expect(await hearth.api.as(user).call(updateMe, { body: {} })).toEqual(before);
    expect(await hearth.api.as(user).call(updateMe, { body: { bio: '' } })).toEqual({ ...before, bio: '' });
  });

  it.each([{ displayName: ' ' }, { displayName: 'x'.repeat(33) }, { displayName: 'a\u202eb' }, { bio: 'a\0b' }, { bio: null }])(
    'refuses %j',
    async (body) => {
      const answer = await hearth.api.as(user).send('patch', '/users/me', body);
      expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${Object.keys(body)[0]}` }] });
    },
  );

  it('cannot be raised to admin', async () => {
    await hearth.api.as(user).send('patch', '/users/me', { isAdmin: true, username: 'root' });
    expect(await hearth.api.as(user).call(getMe)).toMatchObject({ isAdmin: false, username: user.username });
  });
});

describe('settings', () => {
  it('begin with the defaults and change one by one; the other devices follow', async () => {
    const person = await buildUser(hearth);
    const [device, other] = [await hearth.connect(person), await hearth.connect(stranger)];
    expect(await hearth.api.as(person).call(getSettings)).toEqual(defaultSettings);

    const settings = await hearth.api.as(person).call(updateSettings, { body: { theme: 'dark', language: 'fa' } });
    expect(settings).toEqual({ ...defaultSettings, theme: 'dark', language: 'fa' });
    expect(await device.next('settings:update')).toEqual(settings);
    expect(await hearth.api.as(person).call(updateSettings, { body: { language: null, fontSize: 20 } })).toEqual({
      ...defaultSettings,
      theme: 'dark',
      fontSize: 20,
    });
    await other.settle();
    expect(other.names()).toEqual([]);
  });

  it('keep what two devices change at once', async () => {
    const person = await buildUser(hearth);
    const changes = [{ theme: 'light' }, { fontSize: 12 }, { contrast: 'high' }, { reducedMotion: 'on' }, { language: 'ru' }] as const;
    await Promise.all(changes.map((body) => hearth.api.as(person).call(updateSettings, { body })));
    expect(await hearth.api.as(person).call(getSettings)).toEqual(Object.assign({}, ...changes));
  });

  it.each([{ theme: 'sepia' }, { fontSize: 11 }, { fontSize: 15.5 }, { language: 'xx' }])('refuse %j', async (body) => {
    const answer = await hearth.api.as(user).send('patch', '/users/me/settings', body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${Object.keys(body)[0]}` }] });
  });
});

describe('the profile of somebody else', () => {
  const get = (caller: TestUser, userId: string) => hearth.api.as(caller).call(getUser, { params: { userId } });

  it('is for those who share a server, and for oneself', async () => {
    expect(await get(server.owner, user.id)).toMatchObject({ id: user.id, username: user.username });
    expect(await get(stranger, stranger.id)).toMatchObject({ id: stranger.id });
  });

  it('shows nothing private', async () => {
    const answer = await hearth.api.as(server.owner).send('get', `/users/${user.id}`);
    expect(Object.keys(answer.body as object).sort()).toEqual(['avatar', 'bio', 'createdAt', 'displayName', 'id', 'username']);
  });

  it('is not there for a stranger, as if nobody had the id', async () => {
    for (const userId of [user.id, '1']) await expect(get(stranger, userId)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
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
    expect((await find(user, 'Zoë')).users).toEqual([]);
    expect((await find(stranger, prefix)).users).toEqual([]);
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
    for (const person of [exact, ...others]) {
      await hearth.db.member.create({ data: { serverId: BigInt(server.id), userId: BigInt(person.id) } });
    }
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

describe('what other features ask', () => {
  it('summaries, without those that are gone', async () => {
    const summaries = await hearth.get(UsersService).summaries([stranger.id, '1']);
    expect([...summaries]).toEqual([[stranger.id, expect.objectContaining({ username: stranger.username })]]);
  });

  it('the facts of presence', async () => {
    const users = hearth.get(UsersService);
    const person = await buildUser(hearth);
    const device = await hearth.connect(person);
    const at = new Date('2026-11-21T09:35:00.000Z');
    await users.setStatus(person.id, 'dnd');
    await users.setLastSeen(person.id, at);
    expect(await users.presenceFacts([person.id, '1'])).toEqual([{ userId: person.id, status: 'dnd', lastSeenAt: at }]);
    expect((await device.next('me:update')).status).toBe('dnd');
  });
});
