/** So low that a pause is still seen to be there. */
const LOWEST = 0.06;

function bytesOf(waveform: string): number[] {
  try {
    return Array.from(atob(waveform), (letter) => letter.charCodeAt(0));
  } catch {
    return [];
  }
}

/** Values of any number as so many, each the loudest of its part. */
export function folded(values: readonly number[], count: number): number[] {
  if (values.length === 0) return [];
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / count));
    return Math.max(...values.slice(from, to));
  });
}

/** How high the bars of a waveform are, up to 1 for the loudest: what was recorded softly can be read as well. */
export function barsOf(waveform: string | undefined, count: number): number[] {
  const bars = folded(bytesOf(waveform ?? ''), count);
  const loudest = Math.max(1, ...bars);
  return bars.map((value) => Math.max(LOWEST, value / loudest));
}
