import { SnowflakeGenerator } from '../../database/snowflakes.js';

/**
 * Makes ids of a past time. All of one maker must be asked for in the order of their times, for ids of one worker only grow.
 *
 * @param worker keeps the ids of several makers apart. Real ids never meet them: they are of a time after the seeding.
 */
export function idMaker(worker: number): (at: Date) => bigint {
  let time = 0;
  const generator = new SnowflakeGenerator(
    () => worker,
    () => time,
  );
  return (at) => {
    time = at.getTime();
    return BigInt(generator.next());
  };
}
