export interface Percentiles {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export function percentiles(values: ArrayLike<number>): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The median of each figure over repetitions; `count` is of all of them together. */
export function medianOf(rounds: Percentiles[]): Percentiles {
  const of = (name: keyof Percentiles): number => median(rounds.map((round) => round[name]));
  return { count: rounds.reduce((sum, { count }) => sum + count, 0), p50: of('p50'), p95: of('p95'), p99: of('p99'), max: of('max') };
}

/** Peers by turns, so that what drifts hits them alike. */
export async function interleave<P, T>(
  rounds: number,
  peers: readonly P[],
  measure: (peer: P, round: number) => Promise<T>,
): Promise<T[][]> {
  const results: T[][] = peers.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, peer] of peers.entries()) results[index]?.push(await measure(peer, round));
  }
  return results;
}
