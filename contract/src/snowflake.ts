// Without schemas: the app works with ids before it has loaded what validates them.

/** Milliseconds of Unix time at which snowflakes begin: 2025-01-01T00:00:00Z. */
export const EPOCH = Date.UTC(2025, 0, 1);

/** Unix time in milliseconds at which a snowflake was made. */
export const idTime = (snowflake: string): number => Number(BigInt(snowflake) >> 22n) + EPOCH;

/** The smallest snowflake of a moment (Unix time in milliseconds): a bound where things are asked for by their time. */
export const idAt = (time: number): string => (BigInt(Math.max(0, time - EPOCH)) << 22n).toString();

const LAST = '9223372036854775807';

/** Whether a number without leading zeros is one: what is beyond 63 bits names nothing, and no database takes it. */
export const isSnowflake = (digits: string): boolean =>
  // Of two numbers with as many digits, the greater one sorts later.
  digits.length < LAST.length || (digits.length === LAST.length && digits <= LAST);
