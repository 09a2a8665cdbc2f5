import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryStorage, OutboxWorld, refusal, refuse } from './fake-outbox';

let world: OutboxWorld;

beforeEach(() => {
  world = new OutboxWorld();
});

describe('what failed', () => {
  it('is sent again under its nonce, behind what waits', async () => {
    const outbox = await world.opened();
    world.server.fates.push(refuse(refusal('MISSING_PERMISSION', 403)), world.swallow);
    outbox.add('1', 'a');
    await world.clock.advance(0);
    outbox.add('1', 'b');
    outbox.retry('nonce-1');
    expect(world.states).toEqual(['b: pending', 'a: pending']);
    await world.clock.advance(60_000);
    expect(world.server.stored.map(({ nonce }) => nonce)).toEqual(['nonce-2', 'nonce-1']);
  });

  it('is gone for good when it is discarded', async () => {
    const outbox = await world.opened();
    world.server.fates.push(refuse(refusal('MISSING_PERMISSION', 403)));
    outbox.add('1', 'a');
    await world.clock.advance(0);
    outbox.discard('nonce-1');
    expect(world.shown).toEqual([]);
    expect(world.storage.kept.size).toBe(0);
  });

  it('only: what may have reached the server is not taken back', async () => {
    const outbox = await world.opened();
    world.server.isConnected = false;
    outbox.add('1', 'a');
    outbox.discard('nonce-1');
    outbox.retry('nonce-1');
    expect(world.states).toEqual(['a: pending']);
  });

  it('counts its tries anew', async () => {
    const outbox = await world.opened();
    world.server.fates.push(...Array.from({ length: 9 }, () => world.swallow));
    outbox.add('1', 'a');
    await world.clock.advance(80_000);
    expect(world.states).toEqual(['a: failed']);
    outbox.retry('nonce-1');
    await world.clock.advance(80_000);
    expect(world.stored).toEqual(['a']);
  });
});

describe('what a closed tab left', () => {
  it('is sent by the next one, in order, and failed ones stay failed', async () => {
    const first = await world.opened();
    world.server.fates.push(refuse(refusal('MISSING_PERMISSION', 403)));
    first.add('1', 'refused');
    await world.clock.advance(10);
    world.server.isConnected = false;
    first.add('1', 'a');
    await world.clock.advance(10);
    first.add('1', 'b');

    world.server.isConnected = true;
    await world.opened();
    await world.clock.advance(0);
    expect(world.stored).toEqual(['a', 'b']);
    expect(world.states).toEqual(['refused: failed']);
    expect([...world.storage.kept.values()].map(({ content }) => content)).toEqual(['refused']);
  });

  it('goes before what was written since', async () => {
    world.server.isConnected = false;
    (await world.opened()).add('1', 'a');
    await world.clock.advance(10);
    const outbox = world.newOutbox();
    const opening = outbox.open(world.storage);
    outbox.add('1', 'b');
    await opening;
    expect(world.states).toEqual(['a: pending', 'b: pending']);
  });

  it('is taken over once', async () => {
    world.server.isConnected = false;
    const outbox = await world.opened();
    outbox.add('1', 'a');
    await outbox.adopt();
    expect(world.states).toEqual(['a: pending']);
  });

  it('is nothing where it is not whole: of another build, by a fault, or by hand', async () => {
    const whole = { nonce: 'n', channelId: '1', content: 'whole', createdAt: 1, state: 'pending', problem: null };
    const quoted = { id: '5', type: 'DEFAULT', content: 'quoted', author: { id: '2', username: 'ada', displayName: 'Ada' } };
    const file = { key: 'k', name: 'a.png', type: 'image/png', size: 4, id: '7' };
    const parts = [
      { nonce: undefined },
      { channelId: 5 },
      { content: {} },
      { createdAt: 'yesterday' },
      { createdAt: 1e20 },
      { state: 'sending' },
      { problem: 'no' },
      { files: 'many' },
      { files: [null] },
      { files: [{ ...file, id: 7 }] },
      { reply: { to: { ...quoted, author: null } } },
      { poll: { question: 'Which?', answers: {} } },
      { sticker: 7 },
      { voice: { duration: '3' } },
    ];
    const left: unknown[] = [null, 'a', [], {}, ...parts.map((part, index) => ({ ...whole, nonce: `broken-${index}`, ...part }))];
    world.server.isConnected = false;
    const voice = { duration: 3, waveform: '' };
    left.push(whole, { ...whole, nonce: 'm', reply: { to: quoted, mention: true }, files: [file], voice, createdAt: 2 });
    await world.newOutbox().open({ put: world.storage.put, remove: world.storage.remove, load: () => Promise.resolve(left) });
    expect(world.shown.map(({ nonce }) => nonce)).toEqual(['n', 'm']);
  });

  it('is stored once although two tabs send it', async () => {
    world.server.isConnected = false;
    const one = await world.opened();
    one.add('1', 'a');
    const two = await world.opened();
    world.server.isConnected = true;
    one.resume();
    two.resume();
    await world.clock.advance(0);
    expect(world.server.tries).toEqual(['a', 'a']);
    expect(world.stored).toEqual(['a']);
  });
});

describe('closing', () => {
  it('shows nothing more and sends nothing more', async () => {
    const outbox = await world.opened();
    world.server.fates.push(world.swallow);
    outbox.add('1', 'a');
    outbox.add('1', 'b');
    await world.clock.advance(0);
    outbox.close();
    expect(world.shown).toEqual([]);
    await world.clock.advance(120_000);
    expect(world.server.tries).toEqual(['a']);
    expect(world.clock.waiting).toBe(0);
  });

  it('does not show to the next account what was still being read for the last one', async () => {
    world.server.isConnected = false;
    (await world.opened()).add('1', 'a');
    world.shown = [];
    const outbox = world.newOutbox();
    const opening = outbox.open(world.storage);
    outbox.close();
    await outbox.open(new MemoryStorage());
    await opening;
    expect(world.shown).toEqual([]);
  });

  it('forgets a channel that is gone', async () => {
    const outbox = await world.opened();
    world.server.isConnected = false;
    outbox.add('1', 'a');
    outbox.add('2', 'b');
    outbox.forget('1');
    expect(world.states).toEqual(['b: pending']);
    expect(world.storage.kept.size).toBe(1);
  });
});
