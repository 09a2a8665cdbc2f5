import type { ServerPayload, SingleServerEventName } from '@hearth/contract';
import type { Circle, Listener } from './circles.js';
import type { Stage } from './stage.js';

/** One way in which an event comes about, and who hears it. Nobody else may. */
export interface HearerRow<N extends SingleServerEventName> {
  /** Tells the rows of one event apart: `in a thread`. */
  as?: string;
  /** Everybody in it hears the event. */
  circle: Circle;
  /** Who hears it beside them. Whoever stands here may also hear of the places in which it happens. */
  also?: readonly Listener[];
  /** Who of them does not, and why in a comment beside it. */
  without?: readonly Listener[];
  /** While everybody still is where the others were. */
  prepare?: (stage: Stage) => Promise<unknown>;
  /** Does over REST or a socket what the event tells of. Returns which one is meant. */
  act: (stage: Stage) => Promise<(payload: ServerPayload<N>) => boolean>;
}

type OneOrMore<T> = T | readonly T[];

/** The rows of some events, as an area's file gives them. */
export type HearerRows<N extends SingleServerEventName> = { [E in N]: OneOrMore<HearerRow<E>> };

/** An event without a row does not compile. */
export type EveryHearerRow = HearerRows<SingleServerEventName>;
