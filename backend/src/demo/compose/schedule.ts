import { tellings, type Dialogue, type Script } from '../script/script.js';
import type { Random } from './random.js';

/** A dialogue that begins at some time, told for the nth time. */
export interface Passage {
  at: Date;
  dialogue: Dialogue;
  telling: number;
}

export const DAYS = 42;
const MINUTE = 60_000;
/** Between the beginnings of two passages. */
const SHORTEST_PAUSE = 10 * MINUTE;
const QUIET_BEFORE_LATEST = 90 * MINUTE;

/** How lively each hour of the day is. */
// prettier-ignore
const RHYTHM = [
  1, 0, 0, 0, 0, 0, 2, 5, 9, 11, 10, 10,
  14, 12, 9, 9, 10, 12, 16, 20, 22, 18, 11, 4,
];

/**
 * When everything in a script is said: talk spread evenly, so that the tellings of one dialogue are weeks apart, all at hours at which
 * people are awake.
 *
 * @param latestAt when the latest passage begins
 */
export function schedule(script: Script, now: Date, latestAt: Date, random: Random): Passage[] {
  const last = latestAt.getTime() - QUIET_BEFORE_LATEST;
  const on = (day: number) => awakeAt(now, Math.floor(day), last, random);
  const story = script.story.map(([day, dialogue]) => ({ at: on(day), dialogue, telling: 0 }));
  const passages = [...story, ...script.talk.flatMap((dialogue) => tellAgain(dialogue, random, on))];
  passages.sort((one, other) => one.at.getTime() - other.at.getTime());
  return spread([...passages, { at: latestAt, dialogue: script.latest.dialogue, telling: 0 }]);
}

function tellAgain(dialogue: Dialogue, random: Random, on: (day: number) => Date): Passage[] {
  const times = tellings(dialogue);
  const first = random.next();
  return Array.from({ length: times }, (_, telling) => ({ at: on(((telling + first) / times) * DAYS), dialogue, telling }));
}

function awakeAt(now: Date, day: number, last: number, random: Random): Date {
  const at = new Date(now);
  at.setDate(at.getDate() - DAYS + day);
  at.setHours(random.weighted(RHYTHM), random.between(0, 60), random.between(0, 60), random.between(0, 1_000));
  while (at.getTime() > last) at.setDate(at.getDate() - 1);
  return at;
}

/** Moves what would begin in the middle of the next passage to an earlier time. */
function spread(passages: Passage[]): Passage[] {
  let next = Infinity;
  const earlier = passages.toReversed().map((passage) => {
    next = Math.min(passage.at.getTime(), next - SHORTEST_PAUSE);
    return { ...passage, at: new Date(next) };
  });
  return earlier.toReversed();
}
