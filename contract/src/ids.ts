import * as z from 'zod';

const MAX_ID = 2n ** 63n - 1n;

/** A snowflake (64 bits: 42 of milliseconds since EPOCH, 10 of worker, 12 of sequence) as a decimal string. */
export const id = z
  .string()
  // `abort`: BigInt throws on what is not a number.
  .regex(/^[1-9]\d{0,18}$/, { error: 'must be an id', abort: true })
  .refine((value) => BigInt(value) <= MAX_ID, { error: 'must be an id' })
  .meta({
    id: 'Id',
    description: 'Snowflake: 64 bits, time-ordered, as a decimal string',
    example: '251804722003968001',
  });

/** Time in UTC, ISO 8601 with milliseconds. */
export const timestamp = z.iso.datetime().meta({ id: 'Timestamp', example: '2026-11-21T09:35:00.000Z' });

/** A time that somebody gives: Postgres knows no year 0. What is no time at all is said once. */
export const givenTimestamp = timestamp.refine((time) => !(Date.parse(time) < 0), { error: 'must not be before 1970' });

/** A position of a message in its channel, from 1. */
export const seq = z.number().int().min(1).max(2_147_483_647);
/** A counter that may still stand at 0. */
export const counter = z.number().int().min(0).max(2_147_483_647);

/** A whole number in a query string. Anything else is refused, never clamped. */
export const queryInteger = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, { error: 'must be a whole number' })
    .transform(Number)
    .refine((value) => value >= min && value <= max, {
      error: `must be from ${min} to ${max}`,
    });

/** Ids in a query string, separated by commas. */
export const idList = (most: number) =>
  z
    .string()
    // Split no further than what is refused anyway.
    .transform((text) => text.split(',', most + 1))
    .pipe(z.array(id).min(1).max(most));

/** Page size of every list: 1 to 100, 50 if left out. */
export const pageLimit = queryInteger(1, 100).optional().default(50);

/** Where a page ends and the next begins; opaque to callers. */
export const cursor = z
  .string()
  .max(200)
  .regex(/^[\w-]+$/, { error: 'must be a cursor that a list returned' });
