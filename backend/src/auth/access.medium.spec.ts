import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMe, routes, type Problem, type Route } from '@hearth/contract';
import { JwtService } from '@nestjs/jwt';
import { Bus } from '../cluster/bus.js';
import { buildServer, type TestServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;
let user: TestUser;
beforeAll(async () => {
  hearth = await startTestApp();
  user = await buildUser(hearth);
});
afterAll(() => hearth.close());

const codeOf = async (token: string) => ((await hearth.api.as({ accessToken: token }).send('get', '/users/me')).body as Problem).code;

describe('access tokens', () => {
  const sign = (claims: object, options: object = {}) =>
    new JwtService({ secret: hearth.boot.secrets.jwtSecret }).sign(
      { sub: user.id, sid: user.sessionId, ...claims },
      { expiresIn: 60, ...options },
    );

  it('work when they are ours', async () => {
    expect(await codeOf(sign({}))).toBeUndefined();
  });

  it.each([
    ['nonsense', () => 'nonsense'],
    ['one that has run out', () => sign({}, { expiresIn: -1 })],
    ['one that another secret signed', () => sign({}, { secret: 'x'.repeat(64) })],
    ['one that another algorithm signed', () => sign({}, { algorithm: 'HS512' })],
    ['one without a signature', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${sign({}).split('.')[1]}.`],
    ['one with other claims', () => sign({ sub: 'admin' })],
    ['one without a session', () => sign({ sid: undefined })],
  ])('do not when they are not: %s', async (_, make) => {
    expect(await codeOf(make())).toBe('UNAUTHENTICATED');
    await expect(hearth.connect({ accessToken: make() })).rejects.toMatchObject({ data: { code: 'UNAUTHENTICATED', status: 401 } });
  });

  it('belong to a session', async () => {
    expect(await codeOf(sign({ sid: '1' }))).toBe('SESSION_ENDED');
    await expect(hearth.connect({ accessToken: sign({ sid: '1' }) })).rejects.toMatchObject({ data: { code: 'SESSION_ENDED' } });
  });

  it('never mix up callers, however many call at once', async () => {
    const users = await Promise.all(Array.from({ length: 10 }, () => buildUser(hearth)));
    const calls = Array.from({ length: 10 }, () => users).flat();
    // The node forgets what it knows of these sessions and has to wait for the database: there callers could meet.
    await hearth.get(Bus).publish('sessions:ended', { sessionIds: users.map(({ sessionId }) => sessionId) });
    const answers = await Promise.all(calls.map((caller) => hearth.api.as(caller).call(getMe)));
    expect(answers.map(({ id }) => id)).toEqual(calls.map(({ id }) => id));
  });
});

const everyRoute: Route[] = Object.values(routes);
const methodOf = (route: Route) => route.method.toLowerCase() as 'get';
const needsNobody = ({ auth }: Route) => auth === 'public' || auth === 'optional';
const named = (list: Route[]) => list.map((route) => [`${route.method} ${route.path}`, route] as const);

describe('without an access token', () => {
  it.each(named(everyRoute.filter((route) => !needsNobody(route))))('%s answers 401 before anything else', async (_, route) => {
    const answer = await hearth.api.send(methodOf(route), route.path.replaceAll(/:\w+/g, 'x'), route.body && {});
    expect(answer.status).toBe(401);
    expect(answer.type).toBe('application/problem+json');
    // The answer to HEAD has no body, whatever happened.
    if (route.method !== 'HEAD') expect(answer.body).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
  });

  it.each(named(everyRoute.filter(needsNobody)))('%s is open', async (_, route) => {
    const answer = await hearth.api.send(methodOf(route), route.path.replaceAll(/:\w+/g, 'x'), route.body && {});
    expect((answer.body as Partial<Problem>).code).not.toBe('UNAUTHENTICATED');
  });
});

describe('where nobody need be signed in but somebody may', () => {
  it.each(named(everyRoute.filter(({ auth }) => auth === 'optional')))('%s looks at a token that is sent', async (_, route) => {
    const path = route.path.replaceAll(/:\w+/g, 'x');
    expect((await hearth.api.as({ accessToken: 'nonsense' }).send(methodOf(route), path)).body).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await hearth.api.as(user).send(methodOf(route), path)).body).not.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('for a stranger', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildServer(hearth);
  });

  const closed = everyRoute.filter(({ path }) => path.includes(':serverId') || path.includes(':channelId'));

  it.each(named(closed))('%s answers 404 before it looks at query or body', async (_, route) => {
    const path = route.path.replace(':serverId', server.id).replace(':channelId', server.general.id).replaceAll(/:\w+/g, '1');
    const answer = await hearth.api.as(user).send(methodOf(route), `${path}?limit=nonsense`, route.body && { name: 7, nonsense: true });
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('an id that is none is not valid', async () => {
    const answer = await hearth.api.as(user).send('get', '/servers/abc');
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'params.serverId', message: 'must be an id' }] });
  });
});
