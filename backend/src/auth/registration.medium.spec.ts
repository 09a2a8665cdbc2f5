import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { getInstance, getMe, getServer, joinServer, register, type Input } from '@hearth/contract';
import { buildMember, buildServer, type TestServer } from '../../test/factories/servers.js';
import { buildUser, uniqueName } from '../../test/factories/users.js';
import { startTestApp, type TestApp, type TestAppOptions } from '../../test/harness.js';
import { InvitesService } from '../servers/invites/invites.service.js';
import { AuthService } from './auth.service.js';
import { InstallationRepository } from './installation/installation.repository.js';
import { InstallationService } from './installation/installation.service.js';

type Body = Input<typeof register>['body'];

/** Open to everybody, and shared by all tests that do not need an empty or a differently configured installation. */
let hearth: TestApp;
const others: TestApp[] = [];
const start = async (options: TestAppOptions): Promise<TestApp> => {
  const app = await startTestApp(options);
  others.push(app);
  return app;
};

beforeAll(async () => {
  hearth = await startTestApp({ costlyPasswords: true });
});
afterEach(async () => {
  for (const app of others.splice(0).reverse()) await app.close();
});
afterAll(() => hearth.close());

const body = (extra: Partial<Body> = {}): Body => ({ username: uniqueName('new'), password: 'correct horse battery', ...extra });
const invite = ({ id, owner }: TestServer, input = {}, app = hearth) => app.get(InvitesService).create(owner, id, input);
const accounts = (app = hearth) => app.db.user.count();

describe('open registration', () => {
  it('makes an account that can be used at once', async () => {
    const { user, accessToken, expiresIn } = await hearth.api.call(register, {
      body: body({ username: ' Maya.K ', displayName: ' Maya ', email: 'Maya@Example.org' }),
    });
    expect(user).toMatchObject({ username: 'maya.k', displayName: 'Maya', email: 'maya@example.org', isAdmin: false });
    expect(expiresIn).toBe(900);
    expect(await hearth.api.as({ accessToken }).call(getMe)).toEqual(user);
  });

  it('stores the password as argon2id and never shows it', async () => {
    const wanted = body();
    const answer = await hearth.api.send('post', '/auth/register', wanted);
    const { passwordHash } = await hearth.db.user.findUniqueOrThrow({ where: { username: wanted.username } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(answer.body)).not.toMatch(/argon2|horse/);
  });

  it('gives a name to one of those who ask for it at once', async () => {
    const username = uniqueName('wanted');
    const answers = await Promise.allSettled([1, 2, 3].map(() => hearth.api.call(register, { body: body({ username }) })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'USERNAME_TAKEN', status: 409 });
  });

  it('lets two accounts claim the same e-mail address, since neither has proved it', async () => {
    await hearth.api.call(register, { body: body({ email: 'shared@example.org' }) });
    await hearth.api.call(register, { body: body({ email: 'shared@example.org' }) });
    expect(await hearth.db.user.count({ where: { email: 'shared@example.org' } })).toBe(2);
  });

  it.each([
    ['a short name', { username: 'a' }],
    ['a name with other characters', { username: 'maya!' }],
    ['a short password', { password: 'short' }],
    ['no password', { password: undefined }],
    ['a password that is no text', { password: 12_345_678 }],
    ['an e-mail address that is none', { email: 'nobody' }],
    ['a display name with a NUL', { displayName: 'a\0b' }],
  ])('refuses %s', async (_, wrong) => {
    const before = await accounts();
    const answer = await hearth.api.send('post', '/auth/register', { ...body(), ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${Object.keys(wrong)[0]}` }] });
    expect(await accounts()).toBe(before);
  });

  it('refuses bodies that are not JSON', async () => {
    const broken = await hearth.api.send('post', '/auth/register', '{"username":').type('json');
    expect(broken.body).toMatchObject({ code: 'VALIDATION', status: 400 });
    const form = await hearth.api.send('post', '/auth/register', 'username=maya').type('form');
    expect(form.body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', status: 415 });
  });
});

describe('registration by invite', () => {
  it('needs one', async () => {
    const app = await start({ env: { REGISTRATION: 'invite' } });
    await expect(app.api.call(register, { body: body() })).rejects.toMatchObject({ code: 'INVITE_REQUIRED' });
    expect((await app.api.call(getInstance)).registration).toBe('invite');
  });

  it('joins the server of the invite, and its members hear of it', async () => {
    const server = await buildServer(hearth);
    const { code } = await invite(server);
    const owner = await hearth.connect(server.owner);
    const { user, accessToken } = await hearth.api.call(register, { body: body({ inviteCode: code }) });
    expect(await hearth.api.as({ accessToken }).call(getServer, { params: { serverId: server.id } })).toMatchObject({ memberCount: 2 });
    expect((await owner.next('member:add')).user.id).toBe(user.id);
    expect((await owner.next('server:update')).memberCount).toBe(2);
  });

  it('makes no account when the invite is no good', async () => {
    const server = await buildServer(hearth);
    const used = await invite(server, { maxUses: 1 });
    await buildUser(hearth, { inviteCode: used.code });
    const before = await accounts();
    for (const inviteCode of [used.code, 'unknown', 'a\0b', '\ud800']) {
      await expect(hearth.api.call(register, { body: body({ inviteCode }) })).rejects.toMatchObject({
        code: 'INVITE_INVALID',
        status: 404,
      });
    }
    expect(await accounts()).toBe(before);
  });

  it('lets exactly one of many in on a single-use invite, and makes no account for the others', async () => {
    const server = await buildServer(hearth);
    const { code } = await invite(server, { maxUses: 1 });
    const before = await accounts();
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => hearth.api.call(register, { body: body({ inviteCode: code }) })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await accounts()).toBe(before + 1);
    expect(await hearth.db.member.count({ where: { serverId: BigInt(server.id) } })).toBe(2);
  });

  it('uses no invite up for a name that is taken', async () => {
    const server = await buildServer(hearth);
    const { code } = await invite(server, { maxUses: 1 });
    const taken = body({ username: server.owner.username, inviteCode: code });
    await expect(hearth.api.call(register, { body: taken })).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    const { user } = await buildMember(hearth);
    await hearth.api.as(user).call(joinServer, { params: { code } });
  });
});

describe('closed registration', () => {
  it('lets nobody in, not by invite either', async () => {
    const app = await start({ env: { REGISTRATION: 'closed', SETUP_TOKEN: 'first-steps' } });
    const owner = await buildUser(app, { setupToken: 'first-steps' });
    const { code } = await invite(await buildServer(app, { owner }), {}, app);
    for (const extra of [{}, { inviteCode: code }]) {
      await expect(app.api.call(register, { body: body(extra) })).rejects.toMatchObject({ code: 'REGISTRATION_CLOSED', status: 403 });
    }
  });
});

describe('the set-up token', () => {
  const onlyByToken = { env: { REGISTRATION: 'closed', SETUP_TOKEN: 'first-steps' } } as const;
  const setUp = body({ setupToken: 'first-steps' });

  it('makes the first account the admin, once', async () => {
    const app = await start(onlyByToken);
    expect(await app.get(AuthService).setupLinkToken()).toBe('first-steps');
    expect((await app.api.call(getInstance)).setupRequired).toBe(true);

    const { user } = await app.api.call(register, { body: setUp });
    expect(user.isAdmin).toBe(true);
    expect(await app.get(AuthService).setupLinkToken()).toBeNull();
    expect((await app.api.call(getInstance)).setupRequired).toBe(false);
    const again = app.api.call(register, { body: body({ setupToken: 'first-steps' }) });
    await expect(again).rejects.toMatchObject({ code: 'SETUP_TOKEN_INVALID', status: 403 });
  });

  it('works for one of many who use it at once, on whichever node', async () => {
    const app = await start(onlyByToken);
    const second = await start({ ...onlyByToken, beside: app });
    const nodes = [app, second, app, second];
    const answers = await Promise.allSettled(nodes.map(({ api }) => api.call(register, { body: body({ setupToken: 'first-steps' }) })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await accounts(app)).toBe(1);
    expect((await second.api.call(getInstance)).setupRequired).toBe(false);
  });

  it('stays good when the name was taken', async () => {
    const app = await start({ env: { SETUP_TOKEN: 'first-steps' } });
    const { username } = await buildUser(app);
    const taken = app.api.call(register, { body: { ...setUp, username } });
    await expect(taken).rejects.toMatchObject({ code: 'USERNAME_TAKEN' });
    expect((await app.api.call(register, { body: setUp })).user.isAdmin).toBe(true);
  });

  it('is refused when it is wrong, also where anybody may register', async () => {
    const before = await accounts();
    const wrong = hearth.api.call(register, { body: body({ setupToken: 'something else' }) });
    await expect(wrong).rejects.toMatchObject({ code: 'SETUP_TOKEN_INVALID' });
    expect(await accounts()).toBe(before);
  });
});

describe('the rate limit', () => {
  it('counts registrations by address', async () => {
    const app = await start({ env: { RATE_LIMIT_SCALE: '0.05' } });
    for (let count = 0; count < 3; count += 1) await app.api.call(register, { body: body() });
    const refused = await app.api.send('post', '/auth/register', body());
    expect(refused.body).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(1_000);
  });
});

describe('the secrets of the installation', () => {
  it('must be those that the database was set up with', async () => {
    const check = (jwtSecret: string) =>
      new InstallationService(hearth.get(InstallationRepository), { ...hearth.boot.secrets, jwtSecret }).onModuleInit();
    await check(hearth.boot.secrets.jwtSecret);
    await expect(check('x'.repeat(64))).rejects.toThrow(/^DATA_DIR\/secrets\.json is not the one this database was set up with: /);
  });
});
