import { describe, expect, it } from '@jest/globals';
import { ChannelLanes } from './channel-lanes.js';

interface Item {
  name: string;
}

/** A store that finishes a batch only when it is told to. */
function slowStore() {
  const batches: { channelId: string; names: string[]; finish: () => void }[] = [];
  const store = (channelId: string, items: Item[]) =>
    new Promise<void>((finish) => {
      batches.push({ channelId, names: items.map(({ name }) => name), finish });
    });
  return { batches, store };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('ChannelLanes', () => {
  it('hands an item to an idle channel at once and alone', () => {
    const { batches, store } = slowStore();
    new ChannelLanes<Item>(store, 100).add('1', { name: 'a' });
    expect(batches.map(({ names }) => names)).toEqual([['a']]);
  });

  it('hands over together what came while a batch was stored, in order', async () => {
    const { batches, store } = slowStore();
    const lanes = new ChannelLanes<Item>(store, 100);
    for (const name of ['a', 'b', 'c', 'd']) lanes.add('1', { name });
    expect(batches).toHaveLength(1);
    batches[0]?.finish();
    await settle();
    expect(batches.map(({ names }) => names)).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('keeps batches within their bound', async () => {
    const stored: string[][] = [];
    const lanes = new ChannelLanes<Item>(async (_, items) => void stored.push(items.map(({ name }) => name)), 2);
    for (const name of ['a', 'b', 'c', 'd', 'e']) lanes.add('1', { name });
    await lanes.idle();
    expect(stored.flat()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(Math.max(...stored.map((batch) => batch.length))).toBe(2);
  });

  it('does not let one channel wait for another', () => {
    const { batches, store } = slowStore();
    const lanes = new ChannelLanes<Item>(store, 100);
    lanes.add('1', { name: 'a' });
    lanes.add('2', { name: 'b' });
    expect(batches.map(({ channelId }) => channelId)).toEqual(['1', '2']);
  });

  it('runs other work in its turn', async () => {
    const order: string[] = [];
    const lanes = new ChannelLanes<Item>(async (_, items) => void order.push(items.map(({ name }) => name).join('+')), 100);
    lanes.add('1', { name: 'a' });
    lanes.add('1', { name: 'b' });
    const answer = lanes.run('1', async () => {
      order.push('edit');
      return 7;
    });
    lanes.add('1', { name: 'c' });
    lanes.add('1', { name: 'd' });
    expect(await answer).toBe(7);
    await lanes.idle();
    expect(order).toEqual(['a', 'b', 'edit', 'c+d']);
  });

  it('goes on after work that failed', async () => {
    const stored: string[] = [];
    const lanes = new ChannelLanes<Item>(async (_, items) => void stored.push(...items.map(({ name }) => name)), 100);
    const failing = lanes.run('1', () => Promise.reject(new Error('no')));
    lanes.add('1', { name: 'a' });
    await expect(failing).rejects.toThrow('no');
    await lanes.idle();
    expect(stored).toEqual(['a']);
  });
});
