import { beforeEach, describe, expect, it } from '@jest/globals';
import { limits } from '@hearth/contract';
import { GoneError, UnreadableError } from './faults';
import { refusal, UploadsWorld } from './fake-uploads';
import { fileIdOf, mayRetry } from './upload';

let world: UploadsWorld;

beforeEach(() => {
  world = new UploadsWorld();
});

const first = () => {
  const [upload] = world.shown;
  if (!upload) throw new Error('There is none');
  return upload;
};

/** One file on its way, with its place on the server. */
async function begin(size = 100) {
  world.add(size);
  await world.settle();
  world.of('1').locate('71');
}

describe('sending', () => {
  it('takes three at once, and the next as soon as one is there', async () => {
    world.add(1, 2, 3, 4, 5);
    await world.settle();
    expect(world.begun).toEqual(['1', '2', '3']);
    world.of('2').locate('72');
    world.of('2').end();
    await world.settle();
    expect(world.states).toEqual(['1: sending', '2: done', '3: sending', '4: sending', '5: waiting']);
    expect(world.shown.map(fileIdOf)).toEqual(['', '72', '', '', '']);
  });

  it('shows how far it is and how fast, not at every byte', async () => {
    await begin(10_000);
    const seen = new Set<number>();
    for (let sent = 0; sent <= 5_000; sent += 50) {
      await world.clock.advance(10);
      world.of('1').progress(sent);
      seen.add(first().sent);
    }
    expect(first().rate).toBeCloseTo(5_000, -2);
    expect(seen.size).toBeLessThan(10);
    world.of('1').end();
    await world.settle();
    expect(first()).toMatchObject({ state: 'done', sent: 10_000, rate: null });
  });

  it('takes no more than a message may have', () => {
    expect(world.add(...Array.from({ length: limits.attachments }, () => 1))).toBe(0);
    expect(world.add(1, 1)).toBe(2);
    expect(world.shown).toHaveLength(limits.attachments);
    world.queue.assign(
      world.shown.map(({ key }) => key),
      'n',
    );
    expect(world.add(1)).toBe(0);
  });

  it('knows how large a picture is as soon as the browser does', async () => {
    const file = new Blob(['x']);
    world.pixels.set(file, { width: 8, height: 6 });
    world.queue.add('1', [{ file, name: 'ship.png', isSmaller: false }]);
    await world.settle();
    expect(first().pixels).toEqual({ width: 8, height: 6 });
  });

  it('does not begin with an empty one', () => {
    world.add(0);
    expect(first()).toMatchObject({ state: 'failed', fault: 'empty' });
    expect(mayRetry(first())).toBe(false);
  });
});

describe('a network that breaks', () => {
  it('goes on where the server stands, after growing pauses, for as long as it takes', async () => {
    await begin();
    const pauses: number[] = [];
    for (let breaks = 0; breaks < 12; breaks += 1) {
      const [before, since] = [world.transfers.length, world.clock.now()];
      world.of('1').fail();
      await world.settle();
      expect(first().state).toBe('waiting');
      while (world.transfers.length === before) await world.clock.advance(500);
      pauses.push((world.clock.now() - since) / 1_000);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30]);
    expect(world.begun.at(-1)).toBe('1 at 71');
  });

  it('goes on at once when it is back', async () => {
    await begin();
    world.of('1').fail();
    await world.settle();
    world.queue.wake();
    await world.settle();
    expect(world.begun).toEqual(['1', '1 at 71']);
    expect(world.clock.waiting).toBe(0);
  });

  it('counts anew once something gets through', async () => {
    await begin();
    for (let breaks = 0; breaks < 5; breaks += 1) {
      world.of('1').progress(10 + breaks);
      world.of('1').fail();
      await world.clock.advance(1_000);
    }
    expect(world.transfers).toHaveLength(6);
  });

  it('begins anew where the server has nothing of it any more', async () => {
    await begin();
    world.of('1').fail(new GoneError());
    await world.settle();
    expect(world.begun).toEqual(['1', '1']);
    expect(first()).toMatchObject({ state: 'sending', sent: 0 });
  });
});

describe('a server that refuses', () => {
  it.each(['MISSING_PERMISSION', 'QUOTA_EXCEEDED', 'LIMIT_REACHED', 'NOT_FOUND'] as const)('%s says why', async (code) => {
    world.add(100);
    await world.settle();
    world.of('1').fail(refusal(code, 403));
    await world.settle();
    expect(first()).toMatchObject({ state: 'failed', fault: { code } });
    expect(world.clock.waiting).toBe(0);
    world.queue.resume('1');
    await world.settle();
    expect(first()).toMatchObject({ state: 'sending', fault: null });
  });

  it('is not asked again for what is as large as it refused', async () => {
    world.add(100);
    await world.settle();
    world.of('1').fail(refusal('PAYLOAD_TOO_LARGE', 413));
    await world.settle();
    world.add(100, 99);
    await world.settle();
    expect(world.states).toEqual(['1: failed', '2: failed', '3: sending']);
    expect(mayRetry(first())).toBe(false);
    world.queue.close();
    world.add(100);
    expect(world.states).toEqual(['4: sending']);
  });

  it('is left in peace for as long as it says', async () => {
    world.add(1);
    await world.settle();
    world.of('1').fail(refusal('RATE_LIMITED', 429, 7));
    await world.clock.advance(6_900);
    expect(world.transfers).toHaveLength(1);
    await world.clock.advance(100);
    expect(world.transfers).toHaveLength(2);
  });

  it.each([
    ['fails', refusal('UNAVAILABLE', 503)],
    ['does not take the token', refusal('UNAUTHENTICATED', 401)],
    ['is written to from elsewhere', refusal('CONFLICT', 409)],
  ])('that %s is tried some times', async (_, error) => {
    await begin();
    for (let tries = 1; tries <= 8; tries += 1) {
      world.of('1').fail(error);
      await world.clock.advance(30_000);
      expect(world.transfers).toHaveLength(tries + 1);
    }
    world.of('1').fail(error);
    await world.settle();
    expect(first()).toMatchObject({ state: 'failed', fault: 'noAnswer' });
    expect(mayRetry(first())).toBe(true);
  });

  it('is not to blame for a file that is gone', async () => {
    await begin();
    world.of('1').fail(new UnreadableError());
    await world.settle();
    expect(first()).toMatchObject({ state: 'failed', fault: 'unreadable' });
  });
});

describe('what people do', () => {
  it('pauses, which lets another one go, and goes on', async () => {
    world.add(1, 2, 3, 4);
    await world.settle();
    const paused = world.of('1');
    paused.locate('71');
    world.queue.pause('1');
    await world.settle();
    expect(paused.isStopped).toBe(true);
    expect(world.states).toEqual(['1: paused', '2: sending', '3: sending', '4: sending']);
    paused.fail();
    world.queue.wake();
    await world.settle();
    expect(first().state).toBe('paused');
    world.queue.resume('1');
    world.queue.remove('4');
    await world.settle();
    expect(world.begun.at(-1)).toBe('1 at 71');
  });

  it('takes a file away, also from the server', async () => {
    await begin();
    world.queue.remove('1');
    expect(world.of('1').isStopped).toBe(true);
    expect(world.givenUp).toEqual(['71']);
    expect(world.shown).toEqual([]);
    world.of('1').end();
    await world.settle();
    expect(world.shown).toEqual([]);
  });

  it('describes it: with the file where it can go along, else after it', async () => {
    world.add(1);
    await world.settle();
    world.queue.describe('1', { alt: 'a ship' });
    expect(world.of('1').upload.alt).toBe('');
    world.of('1').locate('71');
    world.of('1').end();
    await world.settle();
    expect(first().state).toBe('done');
    world.queue.describe('1', { spoiler: true });
    expect(first().state).not.toBe('done');
    await world.settle();
    expect(world.told).toEqual(['71: a ship false', '71: a ship true']);
    expect(first().state).toBe('done');
    expect(world.transfers).toHaveLength(1);
  });

  it('tries to describe it again, and sends it again where the server lost it', async () => {
    await begin();
    world.of('1').end();
    await world.settle();
    world.tellFault = refusal('UNAVAILABLE', 503);
    world.queue.describe('1', { alt: 'a ship' });
    await world.settle();
    world.tellFault = refusal('NOT_FOUND', 404);
    await world.clock.advance(1_000);
    expect(world.told).toEqual(['71: a ship false', '71: a ship false']);
    expect(world.begun).toEqual(['1', '1']);
    expect(world.of('1').upload.alt).toBe('a ship');
  });

  it('makes a picture smaller, and takes that back', async () => {
    await begin();
    world.queue.resize('1', true);
    await world.settle();
    expect(world.givenUp).toEqual(['71']);
    expect(world.of('1').upload).toMatchObject({ url: null, file: { size: 50 } });
    world.queue.resize('1', false);
    await world.settle();
    expect(world.of('1').upload.file.size).toBe(100);
  });
});

describe('a message with files', () => {
  it('has them until it is sent, and leaves them on the server', async () => {
    await begin();
    world.queue.assign(['1'], 'n');
    expect([...world.kept.keys()]).toEqual(['1']);
    world.of('1').end();
    await world.settle();
    world.queue.forget('n');
    expect([world.shown, [...world.kept.keys()], world.givenUp]).toEqual([[], [], []]);
  });

  it('keeps where a file stands as soon as it has a place', async () => {
    world.add(9);
    world.queue.assign(['1'], 'n');
    await world.settle();
    world.of('1').locate('71');
    expect(world.kept.get('1')?.url).toBe('/api/v1/files/71');
  });

  it('gives them back when it is written anew', async () => {
    await begin();
    world.queue.assign(['1'], 'n');
    world.queue.release('n');
    expect(first().nonce).toBeNull();
    expect(world.kept.size).toBe(0);
  });

  it('sends them all again where the server has swept them', async () => {
    await begin();
    world.of('1').end();
    world.queue.assign(['1'], 'n');
    await world.settle();
    world.queue.restart('n');
    await world.settle();
    expect(world.begun).toEqual(['1', '1']);
  });

  it('goes on after the page was loaded anew', async () => {
    await begin();
    const left = first();
    world = new UploadsWorld();
    world.queue.adopt([{ ...left, nonce: 'n', state: 'waiting' }]);
    world.queue.adopt([{ ...left, nonce: 'n', state: 'waiting' }]);
    await world.settle();
    expect(world.begun).toEqual(['1 at 71']);
  });

  it('stops everything when nobody is signed in any more', async () => {
    await begin();
    world.queue.close();
    expect(world.of('1').isStopped).toBe(true);
    expect(world.shown).toEqual([]);
    expect(world.givenUp).toEqual([]);
  });
});
