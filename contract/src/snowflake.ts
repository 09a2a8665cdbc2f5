// Without schemas: the app works with ids before it has loaded what validates them.

/** Milliseconds of Unix time at which snowflakes begin: 2025-01-01T00:00:00Z. */
export const EPOCH = Date.UTC(2025, 0, 1);

/** Unix time in milliseconds at which a snowflake was made. */
export const idTime = (snowflake: string): number => Number(BigInt(snowflake) >> 22n) + EPOCH;

/** The smallest snowflake of a moment (Unix time in milliseconds): a bound where things are asked for by their time. */
export const idAt = (time: number): string => (BigInt(Math.max(0, time - EPOCH)) << 22n).toString();
