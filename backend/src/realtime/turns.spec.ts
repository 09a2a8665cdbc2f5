import { expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { Turns } from './turns.js';

/** Work that ends when the test says so. */
function works(count: number) {
  const begun: number[] = [];
  const ends = Array.from({ length: count }, () => Promise.withResolvers<number>());
  const run = (index: number) => () => {
    begun.push(index);
    return ends[index]?.promise ?? Promise.resolve(index);
  };
  return { begun, ends, run };
}

it('runs so many at once, and the others as they came', async () => {
  const turns = new Turns(2);
  const { begun, ends, run } = works(4);
  const all = [0, 1, 2, 3].map((index) => turns.take(run(index)));
  await setImmediate();
  expect(begun).toEqual([0, 1]);
  ends[1]?.resolve(1);
  await setImmediate();
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.resolve(0);
  ends[2]?.resolve(2);
  ends[3]?.resolve(3);
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
});

it('goes on behind what fails', async () => {
  const turns = new Turns(1);
  const { ends, run } = works(2);
  const [first, second] = [turns.take(run(0)), turns.take(run(1))];
  ends[0]?.reject(new Error('no'));
  ends[1]?.resolve(1);
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe(1);
  expect(await turns.take(async () => 7)).toBe(7);
});
