import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultSettings, getMe, getSettings, updateMe, updateSettings } from '@hearth/contract';
import { buildMember, buildServer, type TestServer } from '../../test/factories/servers.js';
import { buildUser, signIn, type TestUser } from '../../test/factories/users.js';
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

  it('keeps the colour of the banner until it is taken away', async () => {
    const change = (body: object) => hearth.api.as(user).call(updateMe, { body });
    expect(await change({ bannerColor: 0, pronouns: ' she/her ' })).toMatchObject({ bannerColor: 0, pronouns: 'she/her' });
    expect(await change({ bannerColor: null, pronouns: '' })).toMatchObject({ bannerColor: null, pronouns: '' });
  });

  it.each([
    { displayName: ' ' },
    { displayName: 'x'.repeat(33) },
    { displayName: 'a\u202eb' },
    { bio: 'a\0b' },
    { bio: null },
    { pronouns: 'x'.repeat(41) },
    { bannerColor: -1 },
    { bannerColor: 0x1000000 },
    { bannerColor: '#fff' },
    { statusText: 'x'.repeat(129) },
    { statusText: 'two\nlines' },
    { statusExpiresAt: 'soon' },
    { statusExpiresAt: '0000-01-01T00:00:00.000Z' },
  ])('refuses %j', async (body) => {
    const answer = await hearth.api.as(user).send('patch', '/users/me', body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${Object.keys(body)[0]}` }] });
  });

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
    const changes = [
      { theme: 'light' },
      { fontSize: 12 },
      { contrast: 'high' },
      { reducedMotion: 'on' },
      { language: 'ru' },
      { directMessages: 'friends' },
      { friendRequests: 'nobody' },
      { linkPreviews: false },
    ] as const;
    await Promise.all(changes.map((body) => hearth.api.as(person).call(updateSettings, { body })));
    expect(await hearth.api.as(person).call(getSettings)).toEqual(Object.assign({}, defaultSettings, ...changes));
  });

  it.each([
    { theme: 'sepia' },
    { fontSize: 11 },
    { fontSize: 15.5 },
    { language: 'xx' },
    { directMessages: 'nobody' },
    { friendRequests: 'friends' },
  ])('refuse %j', async (body) => {
    const answer = await hearth.api.as(user).send('patch', '/users/me/settings', body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${Object.keys(body)[0]}` }] });
  });
});

describe('what somebody says of themselves', () => {
  it('stays until it is changed, or until its time is over', async () => {
    const person = await buildUser(hearth);
    const update = (body: object) => hearth.api.as(person).call(updateMe, { body });
    expect(await update({ statusText: ' At the harbour ' })).toMatchObject({ statusText: 'At the harbour', statusExpiresAt: null });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect(await update({ statusText: 'Back soon', statusExpiresAt: later })).toMatchObject({
      statusText: 'Back soon',
      statusExpiresAt: later,
    });
    expect(await update({ bio: 'Sails.' })).toMatchObject({ statusText: 'Back soon', statusExpiresAt: later });
    await update({ statusText: 'Over', statusExpiresAt: new Date(Date.now() - 1).toISOString() });
    expect(await hearth.api.as(person).call(getMe)).toMatchObject({ statusText: '', statusExpiresAt: null });
    expect(await update({ statusText: '' })).toMatchObject({ statusText: '', statusExpiresAt: null });
  });

  it('is no new name', async () => {
    const owner = await hearth.connect(server.owner);
    await hearth.api.as(user).call(updateMe, { body: { statusText: 'Reading', pronouns: 'they/them' } });
    await owner.settle();
    expect(owner.names()).toEqual([]);
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
    expect(await users.presenceFacts([person.id, '1'])).toEqual([
      { userId: person.id, status: 'dnd', lastSeenAt: at, statusText: '', statusExpiresAt: null },
    ]);
    expect((await device.next('me:update')).status).toBe('dnd');
  });
});
