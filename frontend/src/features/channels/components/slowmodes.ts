const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds between two messages of one member that can be chosen. */
export const slowmodes: readonly number[] = [
  0,
  5,
  10,
  15,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
];
