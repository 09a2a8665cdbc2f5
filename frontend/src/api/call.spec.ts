import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ErrorCode, type Problem, type SignedIn, errorCodes, routes } from '@hearth/contract';
import { Access } from './access';
import { type Call, createCall, urlOf } from './call';
import { endpoints } from './endpoints';
import { moreEndpoints } from './more-endpoints';
import { ApiError, NetworkError } from './errors';
import { FakeClock } from './fake-clock';
import type { HttpRequest } from './http';

const refusal = (code: ErrorCode): ApiError => {
  const [status, title] = errorCodes[code];
  const problem: Problem = { type: 'about:blank', title, status, code, detail: title, requestId: 'r' };
  return new ApiError(problem);
};

let requests: HttpRequest[];
let answers: unknown[];
let access: Access;
let call: Call;
let ends: number;

const tokens = () => requests.map(({ token }) => token);

beforeEach(() => {
  requests = [];
  answers = [];
  ends = 0;
  const signedIn = (accessToken: string) => ({ user: { id: '1' }, accessToken, expiresIn: 900 }) as SignedIn;
  access = new Access({ clock: new FakeClock(), refresh: () => Promise.resolve(signedIn('renewed')), exclusively: (run) => run() });
  access.hold(signedIn('held'));
  access.onEnded(() => (ends += 1));
  call = createCall((request) => {
    requests.push(request);
    const answer = answers.shift();
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }, access);
});

describe('endpoints', () => {
  it.each(Object.entries({ ...endpoints, ...moreEndpoints }))('%s stands as in the contract', (name, endpoint) => {
    const { method, path, auth = 'user' } = routes[name as keyof typeof routes] as { method: string; path: string; auth?: string };
    expect({ auth: 'user', ...endpoint }).toEqual({ method, path, auth });
  });
});

describe('urlOf', () => {
  it('fills in and encodes', () => {
    expect(urlOf('/invites/:code', { params: { code: 'a/b?c' } })).toBe('/api/v1/invites/a%2Fb%3Fc');
    expect(urlOf('/users', { query: { query: 'a b&c', none: undefined } })).toBe('/api/v1/users?query=a+b%26c');
    expect(urlOf('/users', { query: { none: undefined } })).toBe('/api/v1/users');
  });
});

describe('call', () => {
  it('sends method, path, body and token, and answers with the data', async () => {
    answers.push({ id: '5' });
    expect(await call('updateServer', { params: { serverId: '5' }, body: { name: 'n' } })).toEqual({ id: '5' });
    expect(requests).toEqual([{ method: 'PATCH', url: '/api/v1/servers/5', body: { name: 'n' }, token: 'held' }]);
  });

  it('sends no token where none is needed', async () => {
    await call('getInstance');
    expect(tokens()).toEqual([null]);
  });

  it('sends the token where one may be, signed in or not', async () => {
    await call('getInvite', { params: { code: 'x' } });
    access.drop();
    await call('getInvite', { params: { code: 'x' } });
    expect(tokens()).toEqual(['held', null]);
  });

  it('renews a refused token once', async () => {
    answers.push(refusal('UNAUTHENTICATED'), 'ok');
    await call('listSessions');
    expect(tokens()).toEqual(['held', 'renewed']);
    answers.push(refusal('UNAUTHENTICATED'), refusal('UNAUTHENTICATED'));
    await expect(call('listSessions')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('ends the session when the server ended it', async () => {
    answers.push(refusal('SESSION_ENDED'));
    await expect(call('listSessions')).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    expect(ends).toBe(1);
    expect(requests).toHaveLength(1);
  });

  it('keeps the session through a wrong password, a refusal and a broken network', async () => {
    answers.push(refusal('INVALID_CREDENTIALS'), refusal('NOT_FOUND'), new NetworkError('gone'));
    await expect(call('login', { body: { login: 'a', password: 'b' } })).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await expect(call('listSessions')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(call('listSessions')).rejects.toThrow(NetworkError);
    expect(ends).toBe(0);
    expect(requests).toHaveLength(3);
  });

  it('does not compile with what the contract does not know', () => {
    const never = () => {
      // @ts-expect-error no such route
      void call('nothing');
      // @ts-expect-error a parameter is missing
      void call('updateServer', { params: {}, body: {} });
      // @ts-expect-error no such field
      void call('createServer', { body: { title: 'x' } });
      // @ts-expect-error seqs of a query are text
      void call('listMessages', { params: { channelId: '1' }, query: { before: 3 } });
      // @ts-expect-error the answer has no such field
      void call('listSessions').then(({ nothing }) => void nothing);
    };
    expect(never).toBeInstanceOf(Function);
  });
});
