import { beforeEach, describe, expect, it } from '@jest/globals';
import { quoteOf } from '@hearth/contract';
import { DisconnectedError } from '@/realtime';
import { OutboxWorld, TIMEOUT, refusal, refuse } from './fake-outbox';
import { buildMessage } from './fixtures';
import { Outbox } from './outbox';
import { submissionOf } from './pending-message';

let world: OutboxWorld;

beforeEach(() => {
  world = new OutboxWorld();
});

describe('sending', () => {
  it('shows at once, sends, and lets go once acknowledged', async () => {
    const outbox = await world.opened();
    outbox.add('1', 'hello');
    expect(world.states).toEqual(['hello: pending']);
    expect(world.storage.kept.size).toBe(1);
    await world.clock.advance(0);
    expect(world.shown).toEqual([]);
    expect(world.storage.kept.size).toBe(0);
    expect(world.acknowledged.map(({ content }) => content)).toEqual(['hello']);
  });

  it('is among the held messages before it leaves the outbox', async () => {
    const order: string[] = [];
    const outbox = new Outbox({
      clock: world.clock,
      newNonce: () => 'n',
      send: (pending) => world.server.send(pending),
      isConnected: () => true,
      acknowledged: () => order.push('held'),
      publish: (pending) => order.push(`${pending.length} shown`),
    });
    outbox.add('1', 'hello');
    await world.clock.advance(0);
    expect(order).toEqual(['1 shown', 'held', '0 shown']);
  });

  it('has one message of a channel in flight, and channels beside each other', async () => {
    const outbox = await world.opened();
    world.server.fates.push(world.swallow, world.swallow);
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    outbox.add('2', 'c');
    await world.clock.advance(100);
    expect(world.server.tries).toEqual(['a', 'c']);
    await world.clock.advance(60_000);
    expect(world.stored).toEqual(['a', 'b', 'c']);
  });

  it('keeps the order of many, through lost answers', async () => {
    const outbox = await world.opened();
    world.server.fates.push(world.loseAnswer, world.swallow);
    for (const content of ['a', 'b', 'c', 'd']) outbox.add('1', content);
    await world.clock.advance(120_000);
    expect(world.stored).toEqual(['a', 'b', 'c', 'd']);
    expect(world.shown).toEqual([]);
  });
});

describe('a lost acknowledgement', () => {
  it('is sent again under the same nonce and stored once', async () => {
    const outbox = await world.opened();
    world.server.fates.push(world.loseAnswer);
    outbox.add('1', 'hello');
    await world.clock.advance(TIMEOUT + 1_000);
    expect(world.server.tries).toEqual(['hello', 'hello']);
    expect(world.stored).toEqual(['hello']);
    expect(world.shown).toEqual([]);
  });

  it('does not matter when the message itself comes first', async () => {
    const outbox = await world.opened();
    world.server.fates.push(world.loseAnswer);
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await world.clock.advance(100);
    outbox.confirm('nonce-1');
    await world.clock.advance(0);
    expect(world.shown).toEqual([]);
    expect(world.storage.kept.size).toBe(0);
    await world.clock.advance(60_000);
    expect(world.server.tries).toEqual(['a', 'b']);
  });

  it('fails after five tries with growing pauses, and the next message goes on', async () => {
    const outbox = await world.opened();
    world.server.fates.push(world.swallow, world.swallow, world.swallow, world.swallow, world.swallow);
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    const startedAt = world.clock.now();
    const at: number[] = [];
    while (world.server.tries.length < 5) {
      const before = world.server.tries.length;
      await world.clock.advance(500);
      if (world.server.tries.length > before) at.push(world.clock.now() - startedAt);
    }
    expect(at).toEqual([11_000, 23_000, 37_000, 55_000]);
    await world.clock.advance(TIMEOUT);
    expect(world.states).toEqual(['a: failed']);
    expect(world.shown[0]?.problem).toBeNull();
    expect(world.stored).toEqual(['b']);
  });
});

describe('a broken connection', () => {
  it('waits without counting tries', async () => {
    const outbox = await world.opened();
    for (let breaks = 0; breaks < 8; breaks += 1) {
      world.server.isConnected = true;
      world.server.fates.push(() => {
        world.server.isConnected = false;
        return Promise.reject(new DisconnectedError('gone'));
      });
      if (breaks === 0) outbox.add('1', 'hello');
      else outbox.resume();
      await world.clock.advance(60_000);
      expect(world.states).toEqual(['hello: pending']);
    }
    world.server.isConnected = true;
    outbox.resume();
    await world.clock.advance(0);
    expect(world.stored).toEqual(['hello']);
    expect(world.shown).toEqual([]);
  });

  it('does not store twice what was stored before it broke', async () => {
    const outbox = await world.opened();
    world.server.fates.push((store) => {
      store();
      world.server.isConnected = false;
      return Promise.reject(new DisconnectedError('gone'));
    });
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await world.clock.advance(60_000);
    expect(world.server.tries).toEqual(['a']);
    world.server.isConnected = true;
    outbox.resume();
    await world.clock.advance(0);
    expect(world.stored).toEqual(['a', 'b']);
  });

  it('keeps what is written meanwhile, in order', async () => {
    const outbox = await world.opened();
    world.server.isConnected = false;
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await world.clock.advance(60_000);
    expect(world.server.tries).toEqual([]);
    world.server.isConnected = true;
    outbox.resume();
    await world.clock.advance(0);
    expect(world.stored).toEqual(['a', 'b']);
  });

  it('ends a pause between two tries when it is back', async () => {
    const outbox = await world.opened();
    world.server.fates.push(world.swallow, world.swallow, world.swallow);
    outbox.add('1', 'a');
    await world.clock.advance(37_000 - 4_000 + 100);
    expect(world.server.tries.length).toBe(3);
    outbox.resume();
    await world.clock.advance(0);
    expect(world.stored).toEqual(['a']);
    expect(world.clock.waiting).toBe(0);
  });

  it('tries again when it was back before the break was noticed', async () => {
    const outbox = await world.opened();
    world.server.fates.push(refuse(new DisconnectedError('gone')));
    outbox.add('1', 'a');
    await world.clock.advance(2_000);
    expect(world.stored).toEqual(['a']);
  });
});

describe('a refusal', () => {
  it('fails at once, with its reason', async () => {
    const outbox = await world.opened();
    world.server.fates.push(refuse(refusal('MISSING_PERMISSION', 403)));
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await world.clock.advance(0);
    expect(world.states).toEqual(['a: failed']);
    expect(world.shown[0]?.problem?.code).toBe('MISSING_PERMISSION');
    expect(world.stored).toEqual(['b']);
    expect(world.storage.kept.get('nonce-1')?.state).toBe('failed');
  });

  it('waits when it comes too fast, and does not count it', async () => {
    const outbox = await world.opened();
    for (let times = 0; times < 7; times += 1) world.server.fates.push(refuse(refusal('RATE_LIMITED', 429, 2)));
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await world.clock.advance(1_900);
    expect(world.server.tries).toEqual(['a']);
    await world.clock.advance(20_000);
    expect(world.stored).toEqual(['a', 'b']);
  });

  it('counts a server in trouble as a try', async () => {
    const outbox = await world.opened();
    for (let times = 0; times < 5; times += 1) world.server.fates.push(refuse(refusal('UNAVAILABLE', 503)));
    outbox.add('1', 'a');
    await world.clock.advance(60_000);
    expect(world.states).toEqual(['a: failed']);
  });

  it('waits for a new token instead of failing', async () => {
    const outbox = await world.opened();
    for (let times = 0; times < 7; times += 1) world.server.fates.push(refuse(refusal('UNAUTHENTICATED', 401)));
    outbox.add('1', 'a');
    await world.clock.advance(10_000);
    expect(world.stored).toEqual(['a']);
  });
});

it('carries a poll, with or without words', async () => {
  const outbox = await world.opened();
  const poll = { question: 'Lunch?', answers: [{ text: 'Soup' }, { text: 'Salad' }] };
  outbox.add('1', '', { poll });
  const [shown] = world.shown;
  expect(shown && submissionOf(shown)).toEqual({ channelId: '1', body: { content: '', nonce: shown?.nonce, poll } });
});

it('a sticker is a message without words', async () => {
  const outbox = await world.opened();
  outbox.add('1', '', { sticker: { id: '12', name: 'Good night', animated: false } });
  const [shown] = world.shown;
  expect(shown && submissionOf(shown).body).toEqual({ content: '', nonce: shown?.nonce, stickerId: '12' });
});

describe('an answer', () => {
  const reply = { to: quoteOf(buildMessage({ seq: 7 })), mention: false };

  it('goes with what it answers, and whether who is answered hears of it', async () => {
    const outbox = await world.opened();
    outbox.add('1', 'yes', { reply });
    const [shown] = world.shown;
    expect(shown && submissionOf(shown)).toMatchObject({
      channelId: '1',
      body: { content: 'yes', replyToId: reply.to.id, mentionReplied: false },
    });
  });

  it('to what is gone can go without it, under the same nonce', async () => {
    const outbox = await world.opened();
    world.server.fates.push(refuse(refusal('CONFLICT', 409)));
    outbox.add('1', 'yes', { reply });
    await world.clock.advance(0);
    const [failed] = world.shown;
    expect([failed?.state, failed?.reply]).toEqual(['failed', reply]);
    outbox.retry(failed?.nonce ?? '', { reply: null });
    const [again] = world.shown;
    expect(again && submissionOf(again).body).toEqual({ content: 'yes', nonce: failed?.nonce });
    await world.clock.advance(0);
    expect(world.stored).toEqual(['yes']);
  });
});

describe('a message with files', () => {
  const file = (key: string, id: string | null = null) => ({ key, name: `${key}.txt`, type: 'text/plain', size: 1, id });

  it('waits for them, and is overtaken by what is written meanwhile', async () => {
    const outbox = await world.opened();
    const nonce = outbox.add('1', 'with files', { files: [file('a'), file('b')] });
    outbox.add('1', 'text');
    outbox.supply(nonce, new Map([['a', '71']]));
    await world.clock.advance(60_000);
    expect(world.stored).toEqual(['text']);
    expect(world.states).toEqual(['with files: pending']);
    outbox.supply(nonce, new Map([['b', '72']]));
    expect(submissionOf(world.storage.kept.get(nonce) ?? fail()).body.attachmentIds).toEqual(['71', '72']);
    await world.clock.advance(0);
    expect(world.stored).toEqual(['text', 'with files']);
    expect(world.shown).toEqual([]);
  });

  it('goes at once where they are there already', async () => {
    const outbox = await world.opened();
    outbox.add('1', 'with files', { files: [file('a', '71')] });
    await world.clock.advance(0);
    expect(world.stored).toEqual(['with files']);
  });

  it('fails with one that cannot be sent, and goes without it', async () => {
    const outbox = await world.opened();
    const nonce = outbox.add('1', 'with files', { files: [file('a', '71'), file('b')] });
    outbox.refuse(nonce, refusal('PAYLOAD_TOO_LARGE', 413).problem);
    expect(world.shown[0]).toMatchObject({ state: 'failed', problem: { code: 'PAYLOAD_TOO_LARGE' } });
    outbox.retry(nonce, { files: [file('a', '71')] });
    await world.clock.advance(0);
    expect(world.stored).toEqual(['with files']);
  });

  it('is taken back while it waits for them, and not once it may be there', async () => {
    const outbox = await world.opened();
    const waiting = outbox.add('1', 'waits', { files: [file('a')] });
    world.server.fates.push(world.swallow);
    const sent = outbox.add('1', 'sent', { files: [file('b', '72')] });
    outbox.refuse(sent, null);
    outbox.discard(sent);
    outbox.discard(waiting);
    expect(world.states).toEqual(['sent: pending']);
  });
});

const fail = (): never => {
  throw new Error('It is not kept');
};
