import { describe, expect, it } from '@jest/globals';
import { EPOCH, idTime } from '@hearth/contract';
import { SnowflakeGenerator } from './snowflakes.js';

const START = EPOCH + 1_000_000;

const generatorAt = (worker: number, clock: { now: number }) =>
  new SnowflakeGenerator(
    () => worker,
    () => clock.now,
  );
const take = (generator: SnowflakeGenerator, count: number) => Array.from({ length: count }, () => BigInt(generator.next()));
const isAscending = (ids: bigint[]) => ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? id));

describe('SnowflakeGenerator', () => {
  it('puts time, worker and sequence where they belong', () => {
    const [first, second] = take(generatorAt(5, { now: START }), 2);
    expect(idTime(String(first))).toBe(START);
    expect(((first ?? 0n) >> 12n) & 1_023n).toBe(5n);
    expect((second ?? 0n) - (first ?? 0n)).toBe(1n);
  });

  it('keeps growing when a millisecond has no sequence left', () => {
    const ids = take(generatorAt(0, { now: START }), 10_000);
    expect(isAscending(ids)).toBe(true);
    expect(new Set(ids).size).toBe(10_000);
  });

  it('keeps growing when the clock steps back', () => {
    const clock = { now: START };
    const generator = generatorAt(0, clock);
    const before = take(generator, 10);
    clock.now -= 60_000;
    expect(isAscending([...before, ...take(generator, 5_000)])).toBe(true);
  });

  it('never meets the ids of another worker', () => {
    const clock = { now: START };
    const ids = [...take(generatorAt(1, clock), 5_000), ...take(generatorAt(2, clock), 5_000)];
    expect(new Set(ids).size).toBe(10_000);
  });

  it('makes none without a worker number', () => {
    const generator = new SnowflakeGenerator(() => {
      throw new Error('no lease');
    });
    expect(() => generator.next()).toThrow('no lease');
  });
});
