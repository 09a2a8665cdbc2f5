import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Me, Problem, SignedIn } from '@hearth/contract';
import { Access } from './access';
import { ApiError, NetworkError } from './errors';
import { FakeClock, settle } from './fake-clock';

const LIFETIME = 900;

const user = (id: string): Me => ({
  id,
  username: `user${id}`,
  displayName: id,
  avatar: null,
  bio: '',
  pronouns: '',
  bannerColor: null,
  banner: null,
  createdAt: '2026-11-21T09:00:00.000Z',
  email: null,
  isAdmin: false,
  status: 'online',
  statusText: '',
  statusExpiresAt: null,
});
const signedIn = (token: string, id = '1'): SignedIn => ({ user: user(id), accessToken: token, expiresIn: LIFETIME });
const ended = () => {
  const problem: Problem = { type: '', title: '', status: 401, code: 'SESSION_ENDED', detail: '', requestId: '' };
  return new ApiError(problem);
};

let clock: FakeClock;
let refreshes: number;
let answer: () => Promise<SignedIn>;
let ends: number;
let access: Access;

beforeEach(() => {
  clock = new FakeClock();
  refreshes = 0;
  ends = 0;
  answer = () => Promise.resolve(signedIn(`token-${refreshes}`));
  access = new Access({
    clock,
    refresh: () => {
      refreshes += 1;
      return answer();
    },
    exclusively: (run) => run(),
  });
  access.onEnded(() => (ends += 1));
});

describe('Access', () => {
  it('has no token while nobody is signed in', async () => {
    expect(await access.token()).toBeNull();
    expect(refreshes).toBe(0);
  });

  it('keeps the token of a refresh', async () => {
    await access.refresh();
    expect(await access.token()).toBe('token-1');
  });

  it('refreshes once for all who ask at the same time', async () => {
    access.hold(signedIn('old'));
    const tokens = await Promise.all([access.tokenAfter('old'), access.tokenAfter('old'), access.refresh().then((one) => one.accessToken)]);
    expect(tokens).toEqual(['token-1', 'token-1', 'token-1']);
    expect(refreshes).toBe(1);
  });

  it('takes a token that somebody else has fetched meanwhile', async () => {
    access.hold(signedIn('new'));
    expect(await access.tokenAfter('old')).toBe('new');
    expect(refreshes).toBe(0);
  });

  it('replaces the token a minute before its end, again and again', async () => {
    access.hold(signedIn('first'));
    await clock.advance((LIFETIME - 61) * 1_000);
    expect(refreshes).toBe(0);
    await clock.advance(1_000);
    expect(refreshes).toBe(1);
    await clock.advance((LIFETIME - 60) * 1_000);
    expect(refreshes).toBe(2);
  });

  it('does not hand out a token that is about to end', async () => {
    access.hold(signedIn('first'));
    answer = () => Promise.reject(new NetworkError('gone'));
    await clock.advance((LIFETIME - 29) * 1_000);
    await expect(access.token()).rejects.toThrow(NetworkError);
    answer = () => Promise.resolve(signedIn('second'));
    expect(await access.token()).toBe('second');
    expect(ends).toBe(0);
  });

  it('ends when the server says so, once', async () => {
    access.hold(signedIn('first'));
    answer = () => Promise.reject(ended());
    await expect(access.refresh()).rejects.toThrow(ApiError);
    access.end();
    expect(ends).toBe(1);
    expect(await access.token()).toBeNull();
    expect(clock.waiting).toBe(0);
  });

  it('does not end what has not begun', async () => {
    answer = () => Promise.reject(ended());
    await expect(access.refresh()).rejects.toThrow(ApiError);
    expect(ends).toBe(0);
  });

  it('asks for a token of whom it only expects to be signed in', async () => {
    access.expect('1');
    expect(await access.token()).not.toBe('');
  });

  it('ends when another tab signed in somebody else', async () => {
    access.hold(signedIn('first', '1'));
    answer = () => Promise.resolve(signedIn('theirs', '2'));
    await access.refresh();
    expect(ends).toBe(1);
    expect(await access.token()).toBeNull();
  });

  it('stays signed out when a refresh comes back after signing out', async () => {
    access.hold(signedIn('first'));
    const refreshing = access.refresh();
    access.drop();
    await refreshing;
    expect(await access.token()).toBeNull();
    expect(ends).toBe(0);
  });

  it('does not end a new session for the failure of an old one', async () => {
    access.hold(signedIn('first'));
    let fail: (error: Error) => void = () => undefined;
    answer = () => new Promise((_, reject) => (fail = reject));
    const refreshing = access.refresh().catch(() => undefined);
    await settle();
    access.hold(signedIn('second'));
    fail(ended());
    await refreshing;
    expect(ends).toBe(0);
    expect(await access.token()).toBe('second');
  });
});
