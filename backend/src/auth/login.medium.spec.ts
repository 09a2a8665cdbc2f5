import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMe, login, type Problem } from '@hearth/contract';
import { buildUser, uniqueName } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp({ costlyPasswords: true });
});
afterAll(() => hearth.close());

const signIn = (name: string, password: string, app = hearth) => app.api.call(login, { body: { login: name, password } });

describe('login', () => {
  it('takes the user name in any case', async () => {
    const user = await buildUser(hearth);
    const { user: me, accessToken } = await signIn(` ${user.username.toUpperCase()} `, user.password);
    expect(me).toEqual(user.me);
    expect(await hearth.api.as({ accessToken }).call(getMe)).toEqual(me);
  });

  it('takes the e-mail address; of accounts that share one, the oldest', async () => {
    const email = `${uniqueName('mail')}@example.org`;
    const first = await buildUser(hearth, { email, password: 'password of the first' });
    await buildUser(hearth, { email, password: 'password of the second' });
    expect((await signIn(email.toUpperCase(), 'password of the first')).user.id).toBe(first.id);
    await expect(signIn(email, 'password of the second')).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  it('answers the same whether the account exists or not', async () => {
    const user = await buildUser(hearth);
    const problems = await Promise.all(
      [user.username, 'nobody_of_this_name', 'nobody@example.org', '\0', '\ud800', "' OR 1=1 --"].map(async (name) => {
        const answer = await hearth.api.send('post', '/auth/login', { login: name, password: 'wrong password' });
        expect(answer.status).toBe(401);
        expect(answer.headers['set-cookie']).toBeUndefined();
        return { ...(answer.body as Problem), requestId: '' };
      }),
    );
    for (const problem of problems) expect(problem).toEqual(problems[0]);
    expect(problems[0]?.code).toBe('INVALID_CREDENTIALS');
  });

  it('takes as long for an account that does not exist', async () => {
    const { username } = await buildUser(hearth);
    const time = async (name: string) => {
      const began = performance.now();
      await signIn(name, 'wrong password').catch(() => undefined);
      return performance.now() - began;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 10; round += 1) {
      times.known.push(await time(username));
      times.unknown.push(await time('nobody_of_this_name'));
    }
    // The quickest of each: noise only ever adds. Without a hash to check it would be a hundredth.
    const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(5);
  });

  it.each([{}, { login: 'maya' }, { login: 'maya', password: '' }, { login: ['maya'], password: 'x' }, []])('refuses %j', async (body) => {
    const answer = await hearth.api.send('post', '/auth/login', body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', status: 400 });
  });
});

describe('the limits of failed sign-ins', () => {
  let limited: TestApp;
  beforeAll(async () => {
    limited = await startTestApp({ env: { RATE_LIMIT_SCALE: '1' } });
  });
  afterAll(() => limited.close());

  const fail = async (name: string) => {
    const answer = await limited.api.send('post', '/auth/login', { login: name, password: 'wrong password' });
    return (answer.body as Problem).code;
  };

  it('are 10 for an account, existing or not, whatever the case; then the right password waits too', async () => {
    const user = await buildUser(limited);
    for (const name of [user.username, uniqueName('nobody')]) {
      const first = await Promise.all(Array.from({ length: 10 }, () => fail(name)));
      expect(new Set(first)).toEqual(new Set(['INVALID_CREDENTIALS']));
      expect(await fail(name.toUpperCase())).toBe('RATE_LIMITED');
    }
    const refused = signIn(user.username, user.password, limited);
    await expect(refused).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) });
  });

  it('do not count what succeeds', async () => {
    const user = await buildUser(limited);
    for (let count = 0; count < 15; count += 1) await signIn(user.username, user.password, limited);
  });

  it('are 30 for an address', async () => {
    // 20 failures are the first test's, whose refused tries did not count.
    const codes = await Promise.all(Array.from({ length: 10 }, () => fail(uniqueName('nobody'))));
    expect(new Set(codes)).toEqual(new Set(['INVALID_CREDENTIALS']));
    expect(await fail(uniqueName('nobody'))).toBe('RATE_LIMITED');
  });
});
