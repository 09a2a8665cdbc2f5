/**
 * What is said in one passage, a line for each message: `speaker: text`.
 *
 * A speaker is the user name of a person or a letter from a to f, for whoever happens to be there. `speaker*:` is a message that was edited
 * and `speaker-:` one that was deleted. In a text, `[one|other]` differs from one telling of the passage to the next, `{a}` is the name of
 * the person behind the letter and `{day+2}` the day of the week two days later.
 */
export type Dialogue = readonly string[];

/** What happened in one channel. */
export interface Script {
  /** User names of those who speak where nobody is named, the most talkative first. */
  regulars: readonly string[];
  /** Told once, each on its day; day 0 is six weeks ago. */
  story: readonly (readonly [day: number, dialogue: Dialogue])[];
  /** Told at any time, each as often as it has variants. */
  talk: readonly Dialogue[];
  /** How it ends, so many minutes ago. */
  latest: { minutesAgo: number; dialogue: Dialogue };
}

export interface ScriptLine {
  speaker: string;
  text: string;
  fate: 'stays' | 'edited' | 'deleted';
}

const LINE = /^([a-z]+)([*-]?): ([^]+)$/;
const VARIANTS = /\[([^[\]]*\|[^[\]]*)\]/g;
const SLOT = /\{(?:day\+(\d)|([a-f]))\}/g;
const FATES = { '': 'stays', '*': 'edited', '-': 'deleted' } as const;

/** How often a dialogue can be told without repeating itself. */
export function tellings(dialogue: Dialogue): number {
  const counts = dialogue.flatMap((line) => [...line.matchAll(VARIANTS)].map(([, variants = '']) => variants.split('|').length));
  return Math.max(1, ...counts);
}

/** The lines of a dialogue as they are told for the nth time, counted from 0. */
export const readDialogue = (dialogue: Dialogue, telling: number): ScriptLine[] => dialogue.map((line) => readLine(line, telling));

function readLine(line: string, telling: number): ScriptLine {
  const [, speaker, mark, text] = LINE.exec(line) ?? [];
  if (!speaker || !text) throw new Error(`not a line of a dialogue: ${line}`);
  return { speaker, text: vary(text, telling), fate: FATES[mark as keyof typeof FATES] };
}

const vary = (text: string, telling: number): string =>
  text.replaceAll(VARIANTS, (_, variants: string) => {
    const choices = variants.split('|');
    return choices[telling % choices.length] ?? '';
  });

/** @param nameOf the name of the person behind a letter */
export const fillSlots = (text: string, at: Date, nameOf: (letter: string) => string): string =>
  text.replaceAll(SLOT, (_, days: string | undefined, letter: string) => (days === undefined ? nameOf(letter) : weekday(at, Number(days))));

function weekday(from: Date, days: number): string {
  const day = new Date(from);
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString('en', { weekday: 'long' });
}

/** The letters that speak or are spoken of. */
export function partsOf(dialogue: Dialogue): string[] {
  const lines = readDialogue(dialogue, 0);
  const mentioned = dialogue.flatMap((line) => [...line.matchAll(SLOT)].map(([, , letter]) => letter));
  return [...new Set([...lines.map(({ speaker }) => speaker).filter(isPart), ...mentioned.filter((letter) => letter !== undefined)])];
}

/** The people who speak under their own name. */
export const namedIn = (dialogue: Dialogue): string[] => {
  const speakers = readDialogue(dialogue, 0).map(({ speaker }) => speaker);
  return [...new Set(speakers)].filter((speaker) => !isPart(speaker));
};

const isPart = (speaker: string): boolean => speaker.length === 1;
