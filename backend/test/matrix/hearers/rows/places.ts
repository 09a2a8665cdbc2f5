import type { SingleServerEventName } from '@hearth/contract';
import type { Circle, Listener } from '../circles.js';
import type { HearerRow } from '../row.js';
import type { Stage } from '../stage.js';

interface Place {
  as: string;
  circle: Circle;
  idOf: (stage: Stage) => string;
  /** Somebody else who may write there. */
  other: Listener;
}

const ofServer: readonly Place[] = [
  { as: 'in a channel', circle: 'channel', idOf: ({ channelId }) => channelId, other: 'owner' },
  { as: 'in a thread', circle: 'channel', idOf: ({ threadId }) => threadId, other: 'owner' },
  { as: 'in a post', circle: 'channel', idOf: ({ postId }) => postId, other: 'owner' },
  { as: 'in a channel for all', circle: 'server', idOf: ({ openId }) => openId, other: 'owner' },
];

const conversations: readonly Place[] = [
  { as: 'in a DM', circle: 'conversation', idOf: ({ dmId }) => dmId, other: 'friend' },
  { as: 'in a group', circle: 'group', idOf: ({ groupId }) => groupId, other: 'friend' },
];

type Act<N extends SingleServerEventName> = (stage: Stage, channelId: string, other: Listener) => ReturnType<HearerRow<N>['act']>;

const rowsIn = <N extends SingleServerEventName>(places: readonly Place[], act: Act<N>): HearerRow<N>[] =>
  places.map(({ as, circle, idOf, other }) => ({ as, circle, act: (stage) => act(stage, idOf(stage), other) }));

/** The same wherever one can write. */
export const everywhere = <N extends SingleServerEventName>(act: Act<N>) => rowsIn([...ofServer, ...conversations], act);

export const everywhereInServer = <N extends SingleServerEventName>(act: Act<N>) => rowsIn(ofServer, act);
