import type { ScriptLine } from '../script/script.js';
import type { Random } from './random.js';

const MINUTE = 60_000;
/** Two sentences on one line, without any code. */
const TWO_SENTENCES = /^([^\n`]{8,}?[.!?…]) (\p{Lu}[^\n`]{8,})$/u;
const OFTEN = 0.4;

/** Many people send a second sentence as a second message. */
export function inBreaths(lines: readonly ScriptLine[], random: Random): ScriptLine[] {
  return lines.flatMap((line) => {
    const [, first, second] = TWO_SENTENCES.exec(line.text) ?? [];
    const isSplit = first && second && line.fate === 'stays' && random.chance(OFTEN);
    return isSplit ? [first, second].map((text) => ({ ...line, text })) : [line];
  });
}

/** Milliseconds from the beginning of a passage to each line of it, as fast as people type. */
export function pace(lines: readonly { speaker: string; text: string }[], random: Random): number[] {
  let offset = 0;
  return lines.map(({ speaker, text }, index) => {
    if (index > 0) offset += pauseBefore(text, lines[index - 1]?.speaker === speaker, random);
    return Math.round(offset);
  });
}

function pauseBefore(text: string, isSameSpeaker: boolean, random: Random): number {
  const typing = Math.min(text.length, 300) * 90;
  if (isSameSpeaker) return typing + random.between(3_000, 20_000);
  return typing + (random.chance(0.08) ? random.between(6, 35) * MINUTE : random.between(6_000, 150_000));
}

/** The same, shortened so that all is said within some time. */
export function within(offsets: readonly number[], available: number): number[] {
  const length = offsets.at(-1) ?? 0;
  return length <= available ? [...offsets] : offsets.map((offset) => Math.floor((offset / length) * available));
}
