/** How often something happened within a time, counted over all nodes. Counts beyond a hundred are not told apart. */
export abstract class WindowCounter {
  /**
   * Notes that it happened, once for each mark, and returns how often it did in the last seconds, this time included.
   *
   * @param mark what tells this time from others: noted again it counts as before
   */
  abstract count(key: string, mark: string, seconds: number): Promise<number>;
}

/** So many times of one key are kept at most, the latest. */
export const KEPT = 100;
