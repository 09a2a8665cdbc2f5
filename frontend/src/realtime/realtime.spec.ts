import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  defaultSettings,
  type Acknowledgement,
  type ClientData,
  type ClientEventName,
  type ErrorCode,
  type Problem,
  type Ready,
  type ServerEventEntry,
} from '@hearth/contract';
import { ApiError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { DisconnectedError, TimeoutError } from './errors';
import { type EventHandlers, inOrder } from './handlers';
import { Realtime, type RealtimeState } from './realtime';
import type { Wire, WireListeners } from './wire';

const problem = (code: ErrorCode): Problem => ({ type: 'about:blank', title: '', status: 401, code, detail: '', requestId: 'r' });

const ready: ServerEventEntry = [
  'ready',
  {
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
    sessionId: '2',
    servers: [],
    readStates: [],
    mentions: [],
    presences: [],
    relationships: [],
    conversations: [],
    threads: [],
    drafts: [],
    settings: defaultSettings,
  } satisfies Ready,
];
const typing = (userId: string): ServerEventEntry => ['typing', { channelId: '3', userId, active: true }];

class FakeWire implements Wire {
  readonly opened: string[] = [];
  closed = 0;
  answer: Acknowledgement<null> = { ok: true, data: null };

  constructor(readonly listeners: WireListeners) {}

  open(token: string): void {
    this.opened.push(token);
  }

  close(): void {
    this.closed += 1;
    this.listeners.onDisconnect();
  }

  fault: Error | null = null;

  send<N extends ClientEventName>(): Promise<Acknowledgement<ClientData<N>>> {
    if (this.fault) return Promise.reject(this.fault);
    return Promise.resolve(this.answer as Acknowledgement<ClientData<N>>);
  }
}

let clock: FakeClock;
let wire: FakeWire;
let realtime: Realtime;
let states: RealtimeState[];
let happened: string[];
let batches: number;
let faults: unknown[];
let token: () => Promise<string | null>;
let refreshes: number;
let refresh: () => Promise<unknown>;

const handlers = new Proxy({} as EventHandlers, {
  has: (_, name) => name !== 'from:tomorrow',
  get: (_, name) => (payload: { userId?: string }) => {
    happened.push(payload.userId ? `${String(name)} ${payload.userId}` : String(name));
    if (payload.userId === 'broken') throw new Error('a handler broke');
  },
});

beforeEach(() => {
  clock = new FakeClock();
  states = [];
  happened = [];
  batches = 0;
  faults = [];
  refreshes = 0;
  token = () => Promise.resolve(`token-${refreshes}`);
  refresh = () => Promise.resolve();
  realtime = new Realtime({
    clock,
    random: () => 1,
    createWire: (listeners) => (wire = new FakeWire(listeners)),
    token: () => token(),
    refreshToken: () => {
      refreshes += 1;
      return refresh();
    },
    batch: (run) => {
      batches += 1;
      run();
    },
    report: (error) => faults.push(error),
  });
  realtime.onState((state) => states.push(state));
});

async function connect(): Promise<void> {
  realtime.start(handlers);
  await clock.advance(0);
  wire.listeners.onEvents([ready]);
}

describe('connecting', () => {
  it('is ready once the server said so', async () => {
    await connect();
    expect(wire.opened).toEqual(['token-0']);
    expect(states).toEqual(['connecting', 'ready']);
    expect(happened).toEqual(['ready']);
    expect(clock.waiting).toBe(0);
  });

  it('tries again with growing pauses, and from the start after a success', async () => {
    realtime.start(handlers);
    for (const pause of [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
      await clock.advance(0);
      const before = wire.opened.length;
      wire.listeners.onRefused(undefined);
      await clock.advance(pause - 1);
      expect(wire.opened).toHaveLength(before);
      await clock.advance(1);
      expect(wire.opened).toHaveLength(before + 1);
    }
    wire.listeners.onEvents([ready]);
    wire.listeners.onDisconnect();
    const before = wire.opened.length;
    await clock.advance(500);
    expect(wire.opened).toHaveLength(before + 1);
  });

  it('gives up on a server that does not become ready', async () => {
    realtime.start(handlers);
    await clock.advance(0);
    await clock.advance(20_000);
    expect(states.at(-1)).toBe('waiting');
    expect(wire.closed).toBe(1);
    await clock.advance(500);
    expect(wire.opened).toHaveLength(2);
  });

  it('tries at once when asked to', async () => {
    await connect();
    wire.listeners.onDisconnect();
    realtime.retryNow();
    await clock.advance(0);
    expect(wire.opened).toHaveLength(2);
    realtime.retryNow();
    await clock.advance(0);
    expect(wire.opened).toHaveLength(2);
  });

  it('looks whether a connection still lives, and makes a new one if it does not', async () => {
    await connect();
    realtime.verify();
    await clock.advance(60_000);
    expect(states.at(-1)).toBe('ready');
    wire.fault = new TimeoutError('no answer');
    realtime.verify();
    await clock.advance(0);
    expect(states.at(-1)).toBe('waiting');
    realtime.verify();
    await clock.advance(0);
    expect(wire.opened).toHaveLength(2);
  });

  it('renews a refused token at once, and goes slowly if the new one is refused too', async () => {
    realtime.start(handlers);
    await clock.advance(0);
    wire.listeners.onRefused(problem('UNAUTHENTICATED'));
    await clock.advance(0);
    expect(wire.opened).toEqual(['token-0', 'token-1']);
    wire.listeners.onRefused(problem('UNAUTHENTICATED'));
    await clock.advance(500);
    expect(refreshes).toBe(1);
    expect(states.at(-1)).toBe('waiting');
    await clock.advance(500);
    expect(wire.opened).toHaveLength(3);
  });

  it('asks whether the session has ended, however many attempts failed before', async () => {
    realtime.start(handlers);
    await clock.advance(0);
    wire.listeners.onRefused(undefined);
    await clock.advance(500);
    wire.listeners.onRefused(problem('SESSION_ENDED'));
    await clock.advance(0);
    expect(refreshes).toBe(1);
    expect(states.at(-1)).toBe('waiting');
  });

  it('waits when no token can be had, and stops when nobody is signed in', async () => {
    token = () => Promise.reject(new Error('no network'));
    realtime.start(handlers);
    await clock.advance(0);
    expect(states.at(-1)).toBe('waiting');
    token = () => Promise.resolve(null);
    await clock.advance(500);
    expect(states.at(-1)).toBe('idle');
    expect(wire.opened).toEqual([]);
  });

  it('stops for good', async () => {
    await connect();
    realtime.stop();
    wire.listeners.onEvents([typing('a')]);
    await clock.advance(60_000);
    expect(states.at(-1)).toBe('idle');
    expect(wire.opened).toHaveLength(1);
    expect(happened).toEqual(['ready']);
  });

  it('does not open what was stopped while it fetched a token', async () => {
    realtime.start(handlers);
    realtime.stop();
    await clock.advance(0);
    expect(wire.opened).toEqual([]);
  });
});

describe('events', () => {
  it('wait for the ready of their connection', async () => {
    realtime.start(handlers);
    await clock.advance(0);
    wire.listeners.onEvents([typing('a')]);
    wire.listeners.onEvents([typing('b'), ready, typing('c')]);
    wire.listeners.onEvents([typing('d')]);
    expect(happened).toEqual(['ready', 'typing a', 'typing b', 'typing c', 'typing d']);
  });

  it('of a connection that never became ready are forgotten', async () => {
    realtime.start(handlers);
    await clock.advance(0);
    wire.listeners.onEvents([typing('a')]);
    wire.listeners.onDisconnect();
    await clock.advance(500);
    wire.listeners.onEvents([ready]);
    expect(happened).toEqual(['ready']);
  });

  it('of one frame are handled in order, as one batch', async () => {
    await connect();
    batches = 0;
    wire.listeners.onEvents([typing('a'), typing('b'), typing('a')]);
    expect(happened).toEqual(['ready', 'typing a', 'typing b', 'typing a']);
    expect(batches).toBe(1);
  });

  it('go on behind a handler that throws, and behind one that this page does not know', async () => {
    await connect();
    const unknown = ['from:tomorrow', {}] as unknown as ServerEventEntry;
    wire.listeners.onEvents([typing('broken'), unknown, typing('b')]);
    expect(happened).toEqual(['ready', 'typing broken', 'typing b']);
    expect(faults).toEqual([new Error('a handler broke')]);
  });

  it('reach several handlers in order', () => {
    const seen: string[] = [];
    inOrder<number>(
      (value) => seen.push(`a${value}`),
      (value) => seen.push(`b${value}`),
    )(1);
    expect(seen).toEqual(['a1', 'b1']);
  });
});

describe('emit', () => {
  it('answers with the acknowledged data, or throws the problem', async () => {
    await connect();
    expect(await realtime.emit('typing:start', { channelId: '3' })).toBeNull();
    wire.answer = { ok: false, error: problem('NOT_FOUND') };
    await expect(realtime.emit('typing:start', { channelId: '3' })).rejects.toThrow(ApiError);
  });

  it('throws without a connection instead of keeping it for later', async () => {
    await expect(realtime.emit('typing:start', { channelId: '3' })).rejects.toThrow(DisconnectedError);
    realtime.start(handlers);
    await clock.advance(0);
    await expect(realtime.emit('typing:start', { channelId: '3' })).rejects.toThrow(DisconnectedError);
  });
});
