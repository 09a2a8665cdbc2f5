import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerEventEntry, SingleServerEventName } from '@hearth/contract';
import type { Audience } from './audience.js';
import { circles, listeners, type Circle, type Listener } from './circles.js';
import type { EveryHearerRow, HearerRow } from './row.js';
import { Stage } from './stage.js';

const PATIENCE = 10_000;

type LooseRow = Omit<HearerRow<SingleServerEventName>, 'act'> & { act: (stage: Stage) => Promise<(payload: never) => boolean> };

export interface Entry {
  event: SingleServerEventName;
  title: string;
  row: LooseRow;
}

/** Who does not hear what they must, or hears what they must not. */
export type Faults = Partial<Record<Listener, string>>;

export function entriesOf(rows: Partial<EveryHearerRow>): Entry[] {
  const named = Object.entries(rows) as [SingleServerEventName, LooseRow | readonly LooseRow[]][];
  return named.flatMap(([event, some]) =>
    [some].flat().map((row: LooseRow) => ({ event, title: row.as === undefined ? event : `${event}, ${row.as}`, row })),
  );
}

export function hearersOf({ circle, also = [], without = [] }: LooseRow): Set<Listener> {
  const hearers = new Set<Listener>([...circles[circle], ...also]);
  for (const name of without) hearers.delete(name);
  return hearers;
}

/**
 * Sets the stage, acts, and compares who heard of it with the row. Once those who must hear it did, and every socket was answered after that,
 * whoever has not heard it was not told.
 */
export async function play(audience: Audience, { event, row }: Entry, patience = PATIENCE): Promise<Faults> {
  try {
    const stage = await Stage.build(audience, row.prepare);
    await audience.settle();
    audience.mark();
    const isMeant = await row.act(stage);
    const hears = (name: Listener) => audience.heard(name).some(([each, payload]) => each === event && isMeant(payload as never));
    const hearers = hearersOf(row);
    for (const deadline = Date.now() + patience; ![...hearers].every(hears) && Date.now() < deadline;) await sleep(5);
    await audience.settle();
    return faultsOf(stage, row, hears);
  } finally {
    await audience.clear();
  }
}

function faultsOf(stage: Stage, row: LooseRow, hears: (name: Listener) => boolean): Faults {
  const hearers = hearersOf(row);
  const faults: Faults = {};
  for (const name of listeners) {
    const [must, does] = [hearers.has(name), hears(name)];
    const other = row.also?.includes(name) ? undefined : newsFromElsewhere(stage, name);
    if (must !== does) faults[name] = does ? 'hears it' : 'does not hear it';
    else if (other !== undefined) faults[name] = other;
  }
  return faults;
}

/** Anything that was sent to somebody about a place in which they are not. */
function newsFromElsewhere(stage: Stage, name: Listener): string | undefined {
  const others = Object.entries(stage.places).filter(([circle]) => !isIn(circle as Circle, name));
  for (const entry of stage.audience.heard(name)) {
    const place = others.find(([, ids]) => namesOneOf(entry, ids));
    if (place) return `hears of the ${place[0]}: ${entry[0]}`;
  }
  return undefined;
}

const isIn = (circle: Circle, name: Listener) => (circles[circle] as readonly Listener[]).includes(name);
const namesOneOf = (entry: ServerEventEntry, ids: readonly string[]) => ids.some((id) => JSON.stringify(entry).includes(`"${id}"`));
