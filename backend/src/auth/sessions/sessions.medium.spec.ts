import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMe, listSessions, revokeSession, type Problem, type SignedIn } from '@hearth/contract';
import { buildUser, signIn, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { AuthService } from '../auth.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const cookieOf = (token: string) => `other=1; hearth_refresh=${token}`;
const refresh = (token: string, app = hearth) => app.api.send('post', '/auth/refresh').set('Cookie', cookieOf(token));
const logout = (token: string) => hearth.api.send('post', '/auth/logout').set('Cookie', cookieOf(token));
const hashOf = (token: string) => new Uint8Array(createHash('sha256').update(token).digest());
const setCookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']);
const tokenIn = (answer: { headers: Record<string, unknown> }) => /hearth_refresh=([^;]*)/.exec(setCookieOf(answer))?.[1] ?? '';
const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code;
const isSignedIn = async (user: { accessToken: string }) => (await hearth.api.as(user).send('get', '/users/me')).status === 200;

/** As if that much time had gone by since the token was replaced. */
const age = (token: string, seconds: number) =>
  hearth.db
    .$executeRaw`UPDATE refresh_tokens SET replaced_at = replaced_at - make_interval(secs => ${seconds}::int) WHERE hash = ${hashOf(token)}`;

describe('the cookies', () => {
  it('are for a few routes only, out of reach of scripts and other sites', async () => {
    const { username, password } = await buildUser(hearth);
    const answer = await hearth.api.send('post', '/auth/login', { login: username, password });
    const closed = String.raw`; Expires=[^;]+; HttpOnly; SameSite=Strict`;
    const refreshCookie = String.raw`hearth_refresh=[\w-]{43}; Max-Age=5184000; Path=/api/v1/auth${closed}`;
    const fileCookie = String.raw`hearth_files=[\w.-]+; Max-Age=5184000; Path=/api/v1/files${closed}`;
    expect(setCookieOf(answer)).toMatch(new RegExp(`^${refreshCookie},${fileCookie}$`));
    expect(JSON.stringify(answer.body)).not.toContain(tokenIn(answer));
  });

  it('travels over https only where there is https', async () => {
    const { username, password } = await buildUser(hearth);
    const body = { login: username, password };
    const proxied = await hearth.api.send('post', '/auth/login', body).set('X-Forwarded-Proto', 'https');
    expect(setCookieOf(proxied)).toMatch(/; Secure/);
    const app = await startTestApp({ env: { PUBLIC_URL: 'https://chat.example.org' }, beside: hearth });
    try {
      expect(setCookieOf(await app.api.send('post', '/auth/login', body))).toMatch(/; Secure/);
    } finally {
      await app.close();
    }
  });

  it('is stored as a hash', async () => {
    const { refreshToken } = await buildUser(hearth);
    const stored = await hearth.db.refreshToken.findUniqueOrThrow({ where: { hash: hashOf(refreshToken) } });
    expect(Buffer.from(stored.hash).toString('latin1')).not.toContain(refreshToken);
  });
});

describe('refresh', () => {
  it('answers a new access token and replaces the cookie', async () => {
    const user = await buildUser(hearth);
    const answer = await refresh(user.refreshToken);
    expect(answer.status).toBe(200);
    const { accessToken, user: me } = answer.body as SignedIn;
    expect(me).toEqual(user.me);
    expect(await isSignedIn({ accessToken })).toBe(true);
    expect(tokenIn(answer)).not.toBe(user.refreshToken);
    expect((await refresh(tokenIn(answer))).status).toBe(200);
  });

  it('lasts 60 days from the last use', async () => {
    const user = await buildUser(hearth);
    const id = BigInt(user.sessionId);
    await hearth.db.session.update({ where: { id }, data: { expiresAt: new Date(Date.now() + 60_000), lastUsedAt: new Date(0) } });
    await refresh(user.refreshToken);
    const { expiresAt, lastUsedAt } = await hearth.db.session.findUniqueOrThrow({ where: { id } });
    expect((expiresAt.getTime() - Date.now()) / 86_400_000).toBeCloseTo(60, 2);
    expect(Date.now() - lastUsedAt.getTime()).toBeLessThan(10_000);
  });

  it('works for tabs that do it at once, and for whichever token the browser then keeps', async () => {
    const { refreshToken } = await buildUser(hearth);
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const tokens = answers.map(tokenIn);
    expect(new Set(tokens).size).toBe(5);
    const kept = tokens.at(-1) ?? '';
    expect((await refresh(kept)).status).toBe(200);
    // The others were replaced along with it: one that turns up much later was copied.
    await age(tokens[0] ?? '', 11);
    expect(codeOf(await refresh(tokens[0] ?? ''))).toBe('SESSION_ENDED');
  });

  it('takes a token that was replaced 9 seconds ago', async () => {
    const { refreshToken } = await buildUser(hearth);
    await refresh(refreshToken);
    await age(refreshToken, 9);
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  it('ends the whole session when a token comes back later: tokens, access, sockets', async () => {
    const user = await buildUser(hearth);
    const socket = await hearth.connect(user);
    const other = await signIn(hearth, user);
    const next = tokenIn(await refresh(user.refreshToken));
    await age(user.refreshToken, 11);

    expect(codeOf(await refresh(user.refreshToken))).toBe('SESSION_ENDED');
    expect(codeOf(await refresh(next))).toBe('SESSION_ENDED');
    expect(await isSignedIn(user)).toBe(false);
    expect(await socket.next('session:revoked')).toEqual({ sessionId: user.sessionId });
    await socket.untilEnded();
    expect(await isSignedIn(other)).toBe(true);
  });

  it('ends the session on each of those who bring the old token at once', async () => {
    const { refreshToken } = await buildUser(hearth);
    await refresh(refreshToken);
    await age(refreshToken, 11);
    const answers = await Promise.all(Array.from({ length: 4 }, () => refresh(refreshToken)));
    expect(answers.map(codeOf)).toEqual(Array(4).fill('SESSION_ENDED'));
  });

  it('refuses a session that has run out', async () => {
    const user = await buildUser(hearth);
    await hearth.db.session.update({ where: { id: BigInt(user.sessionId) }, data: { expiresAt: new Date() } });
    expect(codeOf(await refresh(user.refreshToken))).toBe('SESSION_ENDED');
  });

  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(43)}"`])('refuses the cookie %j', async (token) => {
    const answer = await refresh(token);
    expect(answer.status).toBe(401);
    expect(codeOf(answer)).toBe('SESSION_ENDED');
  });

  it('refuses to come without a cookie, or from the page of another site', async () => {
    expect(codeOf(await hearth.api.send('post', '/auth/refresh'))).toBe('SESSION_ENDED');
    const { refreshToken } = await buildUser(hearth);
    const foreign = await refresh(refreshToken).set('Origin', 'https://evil.example');
    expect(foreign.body).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED', status: 403 });
    const own = await refresh(refreshToken).set('Origin', 'http://chat.example.org').set('Host', 'chat.example.org');
    expect(own.status).toBe(200);
  });
});

describe('logout', () => {
  it('ends the session and takes the cookie away', async () => {
    const user = await buildUser(hearth);
    const socket = await hearth.connect(user);
    const answer = await logout(user.refreshToken);
    expect(answer.status).toBe(204);
    expect(setCookieOf(answer)).toMatch(/^hearth_refresh=; Path=\/api\/v1\/auth; Expires=Thu, 01 Jan 1970/);
    expect(await isSignedIn(user)).toBe(false);
    await socket.untilEnded();
  });

  it('succeeds without a session', async () => {
    expect((await hearth.api.send('post', '/auth/logout')).status).toBe(204);
    const { refreshToken } = await buildUser(hearth);
    await logout(refreshToken);
    expect((await logout(refreshToken)).status).toBe(204);
  });

  it('is not for the page of another site', async () => {
    const user = await buildUser(hearth);
    const foreign = await logout(user.refreshToken).set('Origin', 'https://evil.example');
    expect(codeOf(foreign)).toBe('ORIGIN_NOT_ALLOWED');
    expect(await isSignedIn(user)).toBe(true);
  });
});

describe('the list of sessions', () => {
  it('shows the own ones, the last used first', async () => {
    const first = await buildUser(hearth);
    await hearth.api
      .send('post', '/auth/login', { login: first.username, password: first.password })
      .set('User-Agent', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36');
    await buildUser(hearth);
    const { sessions } = await hearth.api.as(first).call(listSessions);
    expect(sessions).toEqual([
      expect.objectContaining({ browser: 'Chrome', system: 'Windows', address: '127.0.0.1', current: false }),
      expect.objectContaining({ id: first.sessionId, browser: 'Firefox', system: 'Linux', current: true }),
    ]);
  });

  it('is for those who are signed in', async () => {
    await expect(hearth.api.call(listSessions)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
  });
});

describe('revoking a session', () => {
  const revoke = (user: TestUser, sessionId: string) => hearth.api.as(user).call(revokeSession, { params: { sessionId } });

  it('ends it and its sockets at once, and no other', async () => {
    const user = await buildUser(hearth);
    const other = await signIn(hearth, user);
    const [socket, otherSocket] = [await hearth.connect(user), await hearth.connect(other)];
    expect(await isSignedIn(other)).toBe(true);

    await revoke(user, other.sessionId);
    expect(await isSignedIn(other)).toBe(false);
    expect(codeOf(await hearth.api.as(other).send('get', '/users/me'))).toBe('SESSION_ENDED');
    expect(codeOf(await refresh(other.refreshToken))).toBe('SESSION_ENDED');
    expect(await otherSocket.next('session:revoked')).toEqual({ sessionId: other.sessionId });
    await otherSocket.untilEnded();
    await expect(hearth.connect(other)).rejects.toMatchObject({ data: { code: 'SESSION_ENDED' } });
    expect(await isSignedIn(user)).toBe(true);
    await socket.settle();
    expect(socket.ended).toBeUndefined();
  });

  it('finds no session of somebody else', async () => {
    const [user, stranger] = [await buildUser(hearth), await buildUser(hearth)];
    await expect(revoke(stranger, user.sessionId)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
    await expect(revoke(user, '1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(revoke(user, 'abc')).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(hearth.api.call(revokeSession, { params: { sessionId: user.sessionId } })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await isSignedIn(user)).toBe(true);
  });
});

describe('sweepExpired', () => {
  it('removes sessions that have run out with their sockets, and tokens that no browser holds any more', async () => {
    const [gone, user] = [await buildUser(hearth), await buildUser(hearth)];
    const socket = await hearth.connect(gone);
    await refresh(user.refreshToken);
    await age(user.refreshToken, 61 * 86_400);
    await hearth.db.session.update({ where: { id: BigInt(gone.sessionId) }, data: { expiresAt: new Date() } });

    await hearth.get(AuthService).sweepExpired();
    await socket.untilEnded();
    expect(await hearth.db.session.count({ where: { userId: BigInt(gone.id) } })).toBe(0);
    expect(await hearth.db.refreshToken.count({ where: { sessionId: BigInt(user.sessionId) } })).toBe(1);
    expect(await hearth.api.as(user).call(getMe)).toEqual(user.me);
  });
});
