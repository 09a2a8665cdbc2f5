import type { SingleServerEventName } from '@hearth/contract';
import type { World } from '../world';

/** Makes ready, and answers with what somebody then does. */
export type Prepare = (world: World) => (() => unknown) | Promise<() => unknown>;

export interface Scenario {
  /** What the server sends beside the event itself. */
  brings?: SingleServerEventName[];
  /** What it sends when the page has taken that. */
  follows?: SingleServerEventName[];
  prepare: Prepare;
}

/** Ways in which an event comes about, by what happens. */
export type Scenarios = Record<string, Scenario>;

let count = 0;

/** No name is the same as one before: an event that says nothing new would prove nothing. */
export const fresh = (name: string): string => `${name} ${(count += 1)}`;
