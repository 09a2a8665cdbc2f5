import { routes, type ClientEventName, type Route, type RouteName } from '@hearth/contract';
import { callRoute, placeOf, sendEvent, type Refusal, type Sent } from './calls.js';
import { casesOf, type Case } from './cases.js';
import type { EveryEventRow, EveryRouteRow, Outcome, Row } from './row.js';
import { Scene } from './scene.js';
import type { World } from './world.js';

/** One row, with everybody who is tried on it and the way to call. */
export interface Entry {
  name: RouteName | ClientEventName;
  title: string;
  row: Row;
  cases: Case[];
  call: (scene: Scene) => Promise<Refusal>;
}

type LooseRouteRow = Row & { request?: (scene: Scene) => Sent | Promise<Sent> };
type LooseEventRow = Row & { payload: (scene: Scene) => unknown };

export const routeEntries = (rows: Partial<EveryRouteRow>): Entry[] => collect<RouteName, LooseRouteRow>(rows, routeEntry);

export const eventEntries = (rows: Partial<EveryEventRow>): Entry[] => collect<ClientEventName, LooseEventRow>(rows, eventEntry);

/** Sets the scene, calls, and says what was met. Anything else than the outcome of the case is a fault. */
export async function play(world: World, { row, call }: Entry, actor: Case): Promise<Outcome> {
  try {
    const scene = await Scene.build(world, row, actor);
    await actor.prepare?.(scene);
    const refusal = await call(scene);
    return refusal === null || row.accepts?.includes(refusal) ? 'allowed' : refusal;
  } finally {
    await world.clear();
  }
}

function collect<N extends string, R extends Row>(rows: object, entry: (name: N, row: R) => Entry): Entry[] {
  const named = Object.entries(rows) as [N, R | readonly R[]][];
  return named.flatMap(([name, some]) => [some].flat().map((row) => entry(name, row as R)));
}

const titleOf = (call: string, { as }: Row) => (as === undefined ? call : `${call}, ${as}`);

function routeEntry(name: RouteName, row: LooseRouteRow): Entry {
  const route: Route = routes[name];
  return {
    name,
    title: titleOf(`${route.method} ${route.path}`, row),
    row,
    cases: casesOf(row, { reads: route.method === 'GET', hasBody: route.body !== undefined, namesTwo: placeOf(route) !== null }),
    call: async (scene) => callRoute(scene, route, (await row.request?.(scene)) ?? {}),
  };
}

function eventEntry(name: ClientEventName, row: LooseEventRow): Entry {
  return {
    name,
    title: titleOf(name, row),
    row,
    cases: casesOf(row, { reads: false, hasBody: false, namesTwo: false }),
    call: async (scene) => sendEvent(scene, name, await row.payload(scene)),
  };
}
