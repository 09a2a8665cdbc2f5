import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ErrorCode, type Instance, type Problem, type SignedIn, errorCodes } from '@hearth/contract';
import { ApiError, NetworkError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { SessionFlow } from './session';
import type { SessionState } from './session-store';

const instance: Instance = { registration: 'invite', setupRequired: false, version: '1' };
const signedIn: SignedIn = {
  user: {
    id: '1',
    username: 'ada',
    displayName: 'Ada',
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
  },
  accessToken: 't',
  expiresIn: 900,
};
const refusal = (code: ErrorCode) => {
  const [status, title] = errorCodes[code];
  const problem: Problem = { type: 'about:blank', title, status, code, detail: title, requestId: 'r' };
  return new ApiError(problem);
};

let clock: FakeClock;
let states: SessionState[];
let refresh: () => Promise<SignedIn>;
let logout: () => Promise<unknown>;
let getInstance: () => Promise<Instance>;
let end: () => void;
let held: boolean;
let kept: SignedIn['user'] | null;
let readKept: () => Promise<void>;
let flow: SessionFlow;

const names = () => states.map(({ status }) => status);

beforeEach(() => {
  clock = new FakeClock();
  states = [];
  held = false;
  kept = null;
  readKept = () => Promise.resolve();
  refresh = () => Promise.resolve(signedIn);
  logout = () => Promise.resolve();
  getInstance = () => Promise.resolve(instance);
  let listener = () => undefined as void;
  end = () => {
    if (held) listener();
    held = false;
  };
  flow = new SessionFlow({
    access: {
      refresh: () => refresh().then((answer) => ((held = true), answer)),
      expect: () => (held = true),
      hold: () => (held = true),
      drop: () => (held = false),
      end: () => end(),
      onEnded: (run) => {
        listener = run;
        return () => undefined;
      },
    },
    clock,
    getInstance: () => getInstance(),
    logout: () => logout(),
    setMe: () => undefined,
    publish: (state) => states.push(state),
    recall: async () => {
      await readKept();
      return kept && { user: kept, show: () => undefined };
    },
  });
});

describe('start', () => {
  it('signs in by the cookie', async () => {
    await flow.start();
    expect(states).toEqual([{ status: 'signedIn', userId: '1' }]);
  });

  it('is anonymous without one, and knows who may register', async () => {
    refresh = () => Promise.reject(refusal('SESSION_ENDED'));
    await flow.start();
    expect(states).toEqual([{ status: 'anonymous', instance, ended: false }]);
  });

  it.each([
    ['no network', new NetworkError('gone')],
    ['a server that is starting', refusal('UNAVAILABLE')],
    ['too many requests', refusal('RATE_LIMITED')],
  ])('tries again after %s', async (_, error) => {
    refresh = () => Promise.reject(error);
    await flow.start();
    expect(names()).toEqual(['unreachable']);
    refresh = () => Promise.resolve(signedIn);
    await clock.advance(5_000);
    expect(names()).toEqual(['unreachable', 'signedIn']);
    await clock.advance(60_000);
    expect(names()).toHaveLength(2);
  });

  it('tries again when asked to, and then not by itself', async () => {
    refresh = () => Promise.reject(new NetworkError('gone'));
    await flow.start();
    const [state] = states;
    refresh = () => Promise.resolve(signedIn);
    if (state?.status === 'unreachable') state.retry();
    await clock.advance(60_000);
    expect(names()).toEqual(['unreachable', 'signedIn']);
  });

  it('says that the server is gone when only the second question fails', async () => {
    refresh = () => Promise.reject(refusal('SESSION_ENDED'));
    getInstance = () => Promise.reject(new NetworkError('gone'));
    await flow.start();
    expect(names()).toEqual(['unreachable']);
  });
});

describe('without the server', () => {
  const silence = () => new Promise<never>(() => undefined);

  it('opens as who was here last', async () => {
    kept = signedIn.user;
    refresh = () => Promise.reject(new NetworkError('gone'));
    await flow.start();
    expect(states).toEqual([{ status: 'signedIn', userId: '1' }]);
    expect(held).toBe(true);
  });

  it('does so too when nothing answers for some time, and once', async () => {
    kept = signedIn.user;
    refresh = silence;
    void flow.start();
    await clock.advance(3_900);
    expect(states).toEqual([]);
    await clock.advance(60_000);
    expect(names()).toEqual(['signedIn']);
  });

  it('goes on where the answer comes late', async () => {
    kept = signedIn.user;
    let answer: (value: SignedIn) => void = () => undefined;
    refresh = () => new Promise((resolve) => (answer = resolve));
    void flow.start();
    await clock.advance(5_000);
    answer(signedIn);
    await clock.advance(0);
    expect(states.map((state) => 'userId' in state && state.userId)).toEqual(['1', '1']);
  });

  it('shows nothing of it to somebody else', async () => {
    kept = { ...signedIn.user, id: '2' };
    let answer: (value: SignedIn) => void = () => undefined;
    refresh = () => new Promise((resolve) => (answer = resolve));
    void flow.start();
    await clock.advance(5_000);
    answer(signedIn);
    await clock.advance(0);
    expect(names()).toEqual(['signedIn', 'loading', 'signedIn']);
    expect(states.at(-1)).toEqual({ status: 'signedIn', userId: '1' });
  });

  it('signs out when the answer is that the session has ended', async () => {
    kept = signedIn.user;
    let fail: (error: Error) => void = () => undefined;
    refresh = () => new Promise((_, reject) => (fail = reject));
    void flow.start();
    await clock.advance(5_000);
    fail(refusal('SESSION_ENDED'));
    await clock.advance(0);
    expect(names()).toEqual(['signedIn', 'anonymous']);
  });

  it('does not take back what the server said while it was still reading', async () => {
    kept = { ...signedIn.user, id: '2' };
    let finish: () => void = () => undefined;
    readKept = () => new Promise((resolve) => (finish = resolve));
    let answer: (value: SignedIn) => void = () => undefined;
    refresh = () => new Promise((resolve) => (answer = resolve));
    void flow.start();
    await clock.advance(5_000);
    answer(signedIn);
    await clock.advance(0);
    finish();
    await clock.advance(0);
    expect(states).toEqual([{ status: 'signedIn', userId: '1' }]);
  });
});

describe('the end', () => {
  it('by the person', async () => {
    flow.enter(signedIn);
    await flow.signOut();
    expect(names()).toEqual(['signedIn', 'loading', 'anonymous']);
    expect(states.at(-1)).toMatchObject({ ended: false });
    expect(held).toBe(false);
  });

  it('by the person, when the socket hears of it first', async () => {
    flow.enter(signedIn);
    flow.identify('9');
    logout = () => Promise.resolve(flow.revoked('9'));
    await flow.signOut();
    expect(states.at(-1)).toMatchObject({ status: 'anonymous', ended: false });
  });

  it('not without the server, which holds the cookie', async () => {
    flow.enter(signedIn);
    logout = () => Promise.reject(new NetworkError('gone'));
    await expect(flow.signOut()).rejects.toThrow(NetworkError);
    expect(names()).toEqual(['signedIn']);
    expect(held).toBe(true);
  });

  it('by the server', async () => {
    flow.enter(signedIn);
    flow.identify('9');
    expect(flow.revoked('8')).toBe(true);
    expect(names()).toEqual(['signedIn']);
    expect(flow.revoked('9')).toBe(false);
    await clock.advance(0);
    expect(states.at(-1)).toEqual({ status: 'anonymous', instance, ended: true });
  });
});
