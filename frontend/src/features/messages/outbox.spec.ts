import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ErrorCode, Message, Problem } from '@hearth/contract';
import { ApiError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import { DisconnectedError, TimeoutError } from '@/realtime';
import { buildMessage } from './fixtures';
import { Outbox, type OutboxStorage, type PendingMessage } from './outbox';

const refusal = (code: ErrorCode, status: number, retryAfter?: number): ApiError => {
  const problem: Problem = {
    type: 'about:blank',
    title: '',
    status,
    code,
    detail: code,
    requestId: 'r',
    ...(retryAfter !== undefined && { retryAfter }),
  };
  return new ApiError(problem);
};

/** A server that stores by nonce, behind a connection that can break, swallow and refuse. */
class Server {
  readonly stored: Message[] = [];
  /** What was tried, in order. */
  readonly tries: string[] = [];
  isConnected = true;
  /** How the next tries end; without one they are acknowledged at once. */
  readonly fates: ((store: () => Message) => Promise<Message>)[] = [];

  send({ nonce, content, channelId }: PendingMessage): Promise<Message> {
    this.tries.push(content);
    const store = () => {
      const known = this.stored.find((message) => message.nonce === nonce);
      if (known) return known;
      const message = buildMessage({ seq: this.stored.length + 1, channelId, content, nonce });
      this.stored.push(message);
      return message;
    };
    return (this.fates.shift() ?? (() => Promise.resolve(store())))(store);
  }
}

class MemoryStorage implements OutboxStorage {
  readonly kept = new Map<string, PendingMessage>();
  load = () => Promise.resolve([...this.kept.values()]);
  put = (pending: PendingMessage) => void this.kept.set(pending.nonce, pending);
  remove = (nonce: string) => void this.kept.delete(nonce);
}

const refuse = (error: Error) => () => Promise.reject(error);
const TIMEOUT = 10_000;

let clock: FakeClock;
let server: Server;
let storage: MemoryStorage;
let shown: readonly PendingMessage[];
let acknowledged: Message[];
let nonces: number;

function newOutbox(): Outbox {
  return new Outbox({
    clock,
    newNonce: () => `nonce-${(nonces += 1)}`,
    send: (pending) => server.send(pending),
    isConnected: () => server.isConnected,
    acknowledged: (message) => acknowledged.push(message),
    publish: (pending) => (shown = pending),
  });
}

async function opened(): Promise<Outbox> {
  const outbox = newOutbox();
  await outbox.open(storage);
  return outbox;
}

/** Nobody answers; the socket gives up after its time. */
const swallow = (): Promise<Message> => new Promise((_, reject) => clock.after(TIMEOUT, () => reject(new TimeoutError('no answer'))));
/** Stored, but the answer is lost. */
const loseAnswer = (store: () => Message): Promise<Message> => {
  store();
  return swallow();
};

const contents = () => server.stored.map(({ content }) => content);
const states = () => shown.map(({ content, state }) => `${content}: ${state}`);

beforeEach(() => {
  clock = new FakeClock();
  server = new Server();
  storage = new MemoryStorage();
  shown = [];
  acknowledged = [];
  nonces = 0;
});

describe('sending', () => {
  it('shows at once, sends, and lets go once acknowledged', async () => {
    const outbox = await opened();
    outbox.add('1', 'hello');
    expect(states()).toEqual(['hello: pending']);
    expect(storage.kept.size).toBe(1);
    await clock.advance(0);
    expect(shown).toEqual([]);
    expect(storage.kept.size).toBe(0);
    expect(acknowledged.map(({ content }) => content)).toEqual(['hello']);
  });

  it('is among the held messages before it leaves the outbox', async () => {
    const order: string[] = [];
    const outbox = new Outbox({
      clock,
      newNonce: () => 'n',
      send: (pending) => server.send(pending),
      isConnected: () => true,
      acknowledged: () => order.push('held'),
      publish: (pending) => order.push(`${pending.length} shown`),
    });
    outbox.add('1', 'hello');
    await clock.advance(0);
    expect(order).toEqual(['1 shown', 'held', '0 shown']);
  });

  it('has one message of a channel in flight, and channels beside each other', async () => {
    const outbox = await opened();
    server.fates.push(swallow, swallow);
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    outbox.add('2', 'c');
    await clock.advance(100);
    expect(server.tries).toEqual(['a', 'c']);
    await clock.advance(60_000);
    expect(contents()).toEqual(['a', 'b', 'c']);
  });

  it('keeps the order of many, through lost answers', async () => {
    const outbox = await opened();
    server.fates.push(loseAnswer, swallow);
    for (const content of ['a', 'b', 'c', 'd']) outbox.add('1', content);
    await clock.advance(120_000);
    expect(contents()).toEqual(['a', 'b', 'c', 'd']);
    expect(shown).toEqual([]);
  });
});

describe('a lost acknowledgement', () => {
  it('is sent again under the same nonce and stored once', async () => {
    const outbox = await opened();
    server.fates.push(loseAnswer);
    outbox.add('1', 'hello');
    await clock.advance(TIMEOUT + 1_000);
    expect(server.tries).toEqual(['hello', 'hello']);
    expect(contents()).toEqual(['hello']);
    expect(shown).toEqual([]);
  });

  it('does not matter when the message itself comes first', async () => {
    const outbox = await opened();
    server.fates.push(loseAnswer);
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await clock.advance(100);
    outbox.confirm('nonce-1');
    await clock.advance(0);
    expect(shown).toEqual([]);
    expect(storage.kept.size).toBe(0);
    await clock.advance(60_000);
    expect(server.tries).toEqual(['a', 'b']);
  });

  it('fails after five tries with growing pauses, and the next message goes on', async () => {
    const outbox = await opened();
    server.fates.push(swallow, swallow, swallow, swallow, swallow);
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    const startedAt = clock.now();
    const at: number[] = [];
    while (server.tries.length < 5) {
      const before = server.tries.length;
      await clock.advance(500);
      if (server.tries.length > before) at.push(clock.now() - startedAt);
    }
    expect(at).toEqual([11_000, 23_000, 37_000, 55_000]);
    await clock.advance(TIMEOUT);
    expect(states()).toEqual(['a: failed']);
    expect(shown[0]?.problem).toBeNull();
    expect(contents()).toEqual(['b']);
  });
});

describe('a broken connection', () => {
  it('waits without counting tries', async () => {
    const outbox = await opened();
    for (let breaks = 0; breaks < 8; breaks += 1) {
      server.isConnected = true;
      server.fates.push(() => {
        server.isConnected = false;
        return Promise.reject(new DisconnectedError('gone'));
      });
      if (breaks === 0) outbox.add('1', 'hello');
      else outbox.resume();
      await clock.advance(60_000);
      expect(states()).toEqual(['hello: pending']);
    }
    server.isConnected = true;
    outbox.resume();
    await clock.advance(0);
    expect(contents()).toEqual(['hello']);
    expect(shown).toEqual([]);
  });

  it('does not store twice what was stored before it broke', async () => {
    const outbox = await opened();
    server.fates.push((store) => {
      store();
      server.isConnected = false;
      return Promise.reject(new DisconnectedError('gone'));
    });
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await clock.advance(60_000);
    expect(server.tries).toEqual(['a']);
    server.isConnected = true;
    outbox.resume();
    await clock.advance(0);
    expect(contents()).toEqual(['a', 'b']);
  });

  it('keeps what is written meanwhile, in order', async () => {
    const outbox = await opened();
    server.isConnected = false;
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await clock.advance(60_000);
    expect(server.tries).toEqual([]);
    server.isConnected = true;
    outbox.resume();
    await clock.advance(0);
    expect(contents()).toEqual(['a', 'b']);
  });

  it('ends a pause between two tries when it is back', async () => {
    const outbox = await opened();
    server.fates.push(swallow, swallow, swallow);
    outbox.add('1', 'a');
    await clock.advance(37_000 - 4_000 + 100);
    expect(server.tries.length).toBe(3);
    outbox.resume();
    await clock.advance(0);
    expect(contents()).toEqual(['a']);
    expect(clock.waiting).toBe(0);
  });

  it('tries again when it was back before the break was noticed', async () => {
    const outbox = await opened();
    server.fates.push(refuse(new DisconnectedError('gone')));
    outbox.add('1', 'a');
    await clock.advance(2_000);
    expect(contents()).toEqual(['a']);
  });
});

describe('a refusal', () => {
  it('fails at once, with its reason', async () => {
    const outbox = await opened();
    server.fates.push(refuse(refusal('MISSING_PERMISSION', 403)));
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await clock.advance(0);
    expect(states()).toEqual(['a: failed']);
    expect(shown[0]?.problem?.code).toBe('MISSING_PERMISSION');
    expect(contents()).toEqual(['b']);
    expect(storage.kept.get('nonce-1')?.state).toBe('failed');
  });

  it('waits when it comes too fast, and does not count it', async () => {
    const outbox = await opened();
    for (let times = 0; times < 7; times += 1) server.fates.push(refuse(refusal('RATE_LIMITED', 429, 2)));
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await clock.advance(1_900);
    expect(server.tries).toEqual(['a']);
    await clock.advance(20_000);
    expect(contents()).toEqual(['a', 'b']);
  });

  it('counts a server in trouble as a try', async () => {
    const outbox = await opened();
    for (let times = 0; times < 5; times += 1) server.fates.push(refuse(refusal('UNAVAILABLE', 503)));
    outbox.add('1', 'a');
    await clock.advance(60_000);
    expect(states()).toEqual(['a: failed']);
  });

  it('waits for a new token instead of failing', async () => {
    const outbox = await opened();
    for (let times = 0; times < 7; times += 1) server.fates.push(refuse(refusal('UNAUTHENTICATED', 401)));
    outbox.add('1', 'a');
    await clock.advance(10_000);
    expect(contents()).toEqual(['a']);
  });
});

describe('what failed', () => {
  it('is sent again under its nonce, behind what waits', async () => {
    const outbox = await opened();
    server.fates.push(refuse(refusal('MISSING_PERMISSION', 403)), swallow);
    outbox.add('1', 'a');
    await clock.advance(0);
    outbox.add('1', 'b');
    outbox.retry('nonce-1');
    expect(states()).toEqual(['b: pending', 'a: pending']);
    await clock.advance(60_000);
    expect(server.stored.map(({ nonce }) => nonce)).toEqual(['nonce-2', 'nonce-1']);
  });

  it('is gone for good when it is discarded', async () => {
    const outbox = await opened();
    server.fates.push(refuse(refusal('MISSING_PERMISSION', 403)));
    outbox.add('1', 'a');
    await clock.advance(0);
    outbox.discard('nonce-1');
    expect(shown).toEqual([]);
    expect(storage.kept.size).toBe(0);
  });

  it('only: what may have reached the server is not taken back', async () => {
    const outbox = await opened();
    server.isConnected = false;
    outbox.add('1', 'a');
    outbox.discard('nonce-1');
    outbox.retry('nonce-1');
    expect(states()).toEqual(['a: pending']);
  });

  it('counts its tries anew', async () => {
    const outbox = await opened();
    server.fates.push(...Array.from({ length: 9 }, () => swallow));
    outbox.add('1', 'a');
    await clock.advance(80_000);
    expect(states()).toEqual(['a: failed']);
    outbox.retry('nonce-1');
    await clock.advance(80_000);
    expect(contents()).toEqual(['a']);
  });
});

describe('what a closed tab left', () => {
  it('is sent by the next one, in order, and failed ones stay failed', async () => {
    const first = await opened();
    server.fates.push(refuse(refusal('MISSING_PERMISSION', 403)));
    first.add('1', 'refused');
    await clock.advance(10);
    server.isConnected = false;
    first.add('1', 'a');
    await clock.advance(10);
    first.add('1', 'b');

    server.isConnected = true;
    await opened();
    await clock.advance(0);
    expect(contents()).toEqual(['a', 'b']);
    expect(states()).toEqual(['refused: failed']);
    expect([...storage.kept.values()].map(({ content }) => content)).toEqual(['refused']);
  });

  it('goes before what was written since', async () => {
    server.isConnected = false;
    (await opened()).add('1', 'a');
    await clock.advance(10);
    const outbox = newOutbox();
    const opening = outbox.open(storage);
    outbox.add('1', 'b');
    await opening;
    expect(states()).toEqual(['a: pending', 'b: pending']);
  });

  it('is taken over once', async () => {
    server.isConnected = false;
    const outbox = await opened();
    outbox.add('1', 'a');
    await outbox.adopt();
    expect(states()).toEqual(['a: pending']);
  });

  it('is stored once although two tabs send it', async () => {
    server.isConnected = false;
    const one = await opened();
    one.add('1', 'a');
    const two = await opened();
    server.isConnected = true;
    one.resume();
    two.resume();
    await clock.advance(0);
    expect(server.tries).toEqual(['a', 'a']);
    expect(contents()).toEqual(['a']);
  });
});

describe('closing', () => {
  it('shows nothing more and sends nothing more', async () => {
    const outbox = await opened();
    server.fates.push(swallow);
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await clock.advance(0);
    outbox.close();
    expect(shown).toEqual([]);
    await clock.advance(120_000);
    expect(server.tries).toEqual(['a']);
    expect(clock.waiting).toBe(0);
  });

  it('does not show to the next account what was still being read for the last one', async () => {
    server.isConnected = false;
    (await opened()).add('1', 'a');
    shown = [];
    const outbox = newOutbox();
    const opening = outbox.open(storage);
    outbox.close();
    await outbox.open(new MemoryStorage());
    await opening;
    expect(shown).toEqual([]);
  });

  it('forgets a channel that is gone', async () => {
    const outbox = await opened();
    server.isConnected = false;
    outbox.add('1', 'a');
    outbox.add('2', 'b');
    outbox.forget('1');
    expect(states()).toEqual(['b: pending']);
    expect(storage.kept.size).toBe(1);
  });
});
