import { fillSlots, namedIn, partsOf, readDialogue, type Script, type ScriptLine } from '../script/script.js';
import type { Random } from './random.js';
import { inBreaths, pace, within } from './pace.js';
import { schedule, type Passage } from './schedule.js';

/** A message before it has an id. */
export interface Said {
  author: string;
  content: string;
  seq: number;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

/** All that was ever said in a channel, with its counters. */
export interface Conversation {
  messages: Said[];
  lastSeq: number;
  version: number;
  /** The last message before the latest passage. */
  seqBeforeLatest: number;
}

/** Who is in the server, and since when. */
export type Joined = ReadonlyMap<string, Date>;

type Draft = Omit<Said, 'seq' | 'version'>;

/** `offset` in milliseconds from the beginning of its passage. */
type TimedLine = ScriptLine & { offset: number };

const MINUTE = 60_000;
const REST_BETWEEN_PASSAGES = 2 * MINUTE;

export class Storyteller {
  constructor(
    private readonly now: Date,
    private readonly calledNames: ReadonlyMap<string, string>,
    private readonly random: Random,
  ) {}

  tell(script: Script, joined: Joined): Conversation {
    const { minutesAgo, dialogue } = script.latest;
    const ending = this.rehearse(readDialogue(dialogue, 0));
    const endingAt = new Date(this.now.getTime() - minutesAgo * MINUTE - lengthOf(ending));
    const passages = schedule(script, this.now, endingAt, this.random);
    const told = passages.map((passage, index) => {
      const next = passages[index + 1];
      const lines = next ? this.rehearse(readDialogue(passage.dialogue, passage.telling), timeBetween(passage, next)) : ending;
      const cast = this.cast(passage, script.regulars, joined);
      return lines.map((line) => this.say(line, new Date(passage.at.getTime() + line.offset), cast));
    });
    const messages = numbered(told.flat());
    const version = Math.max(...messages.map((message) => message.version));
    return { messages, lastSeq: messages.length, version, seqBeforeLatest: messages.length - ending.length };
  }

  /** Finds out when each line is said. */
  private rehearse(script: readonly ScriptLine[], available = Infinity): TimedLine[] {
    const lines = inBreaths(script, this.random);
    const offsets = within(pace(lines, this.random), available);
    return lines.map((line, index) => ({ ...line, offset: offsets[index] ?? 0 }));
  }

  private say({ speaker, text, fate }: ScriptLine, createdAt: Date, cast: ReadonlyMap<string, string>): Draft {
    const author = cast.get(speaker) ?? speaker;
    const changedAt = new Date(createdAt.getTime() + this.random.between(20_000, 2 * MINUTE));
    const content = fillSlots(text, createdAt, (letter) => this.calledName(cast.get(letter) ?? letter));
    return {
      author,
      content: fate === 'deleted' ? '' : content,
      createdAt,
      editedAt: fate === 'edited' ? changedAt : null,
      deletedAt: fate === 'deleted' ? changedAt : null,
    };
  }

  private calledName(username: string): string {
    return this.calledNames.get(username) ?? username;
  }

  /** Finds somebody for each letter of a passage: those who are there already and have no other part in it. */
  private cast({ at, dialogue }: Passage, regulars: readonly string[], joined: Joined): Map<string, string> {
    const named = namedIn(dialogue);
    const free = regulars.filter((username) => !named.includes(username) && isThere(joined.get(username), at));
    return new Map(partsOf(dialogue).map((letter) => [letter, this.takeOne(free)]));
  }

  private takeOne(free: string[]): string {
    const [username] = free.splice(this.random.weighted(free.map((_, place) => 1 / (place + 3))), 1);
    if (!username) throw new Error('a passage has more parts than there are people');
    return username;
  }
}

const lengthOf = (lines: readonly TimedLine[]): number => lines.at(-1)?.offset ?? 0;

const timeBetween = (one: Passage, next: Passage): number => next.at.getTime() - one.at.getTime() - REST_BETWEEN_PASSAGES;

const isThere = (since: Date | undefined, at: Date): boolean => since !== undefined && since < at;

/** `seq` in the order of posting; `version` in the order of all that happened, as the last thing that happened to the message. */
function numbered(drafts: Draft[]): Said[] {
  const events = drafts.flatMap((draft) => [draft.createdAt, draft.editedAt, draft.deletedAt].flatMap((at) => (at ? [{ draft, at }] : [])));
  events.sort((one, other) => one.at.getTime() - other.at.getTime());
  const versions = new Map(events.map(({ draft }, index) => [draft, index + 1]));
  return drafts.map((draft, index) => ({ ...draft, seq: index + 1, version: versions.get(draft) ?? 0 }));
}
