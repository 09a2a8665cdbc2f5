import type {
  ChannelType,
  ClientEventName,
  clientEvents,
  ClientRequest,
  ErrorCode,
  PermissionName,
  Request,
  Route,
  RouteName,
  routes,
} from '@hearth/contract';
import type { Kind } from './cases.js';
import type { Scene } from './scene.js';

/** What somebody meets who calls. `allowed`: it succeeds, or fails with one of the codes that the row accepts. */
export type Outcome = 'allowed' | ErrorCode;

/** One permission, or several of which any one will do. */
export type Need = PermissionName | readonly PermissionName[];

/** What is called, and what that takes. Everybody who is tried, and what they must meet, is derived from it in `cases.ts`. */
export interface Row {
  /** Tells the rows of one route or event apart: `own`, `of somebody else`. */
  as?: string;
  /**
   * `public`: everybody, also signed out. `account`: everybody who is signed in. `server`: members of `scene.serverId`. `channel`: those who
   * see `scene.channelId`, with the permissions that they hold there. `conversation`: those in the DM or group `scene.channelId`. `admin`:
   * who runs the installation.
   */
  scope: 'public' | 'account' | 'admin' | 'server' | 'channel' | 'conversation';
  /** Every one of these. VIEW_CHANNEL goes without saying in a channel. */
  needs?: readonly Need[];
  /** The permissions help nobody else: `owner` of the server or group, `nobody` at all. */
  reservedFor?: 'owner' | 'nobody';
  /** Also needs a higher role than `scene.target` has, or than `scene.roleId` is. */
  hierarchy?: 'member' | 'role';
  /** Default: TEXT, in a conversation DM. */
  channelType?: ChannelType;
  /** What somebody hears who may not see the thing. Default: NOT_FOUND. */
  unseen?: Outcome;
  /** What somebody hears who sees it but may not. Default: MISSING_PERMISSION. */
  refusal?: Outcome;
  /** What members meet who may only read: timed out, not through the screening. Default: `allowed` for a GET that needs nothing more. */
  restricted?: Outcome;
  /** Failures that come after the permission and count as allowed. Prefer a request that succeeds. */
  accepts?: readonly ErrorCode[];
  /** Where the outcome is another than the derived one, and why in a comment beside it. */
  except?: Partial<Record<Kind, Outcome>>;
  /** Somebody more, made by a change to the scene: `{ name: 'somebody banned', like: 'stranger', prepare, outcome: 'BANNED' }`. */
  extra?: readonly Extra[];
}

export interface Extra {
  name: string;
  like: Kind;
  prepare: (scene: Scene) => Promise<unknown>;
  outcome: Outcome;
}

type Awaitable<T> = T | Promise<T>;

/** What a caller sends. A query with nothing in it that must be there may be left out. */
type Sending<R extends Route> = Omit<Request<R>, 'query'> &
  (Request<R> extends { query: infer Q } ? (Partial<Q> extends Q ? { query?: Q } : { query: Q }) : unknown) & {
    headers?: Record<string, string>;
  };

/** `request` makes what the case sends, with things made for it: every case has a scene of its own, so it may destroy them. */
export type RouteRow<R extends Route> = Row &
  (keyof Request<R> extends never
    ? { request?: (scene: Scene) => Awaitable<Sending<R>> }
    : { request: (scene: Scene) => Awaitable<Sending<R>> });

export interface EventRow<N extends ClientEventName> extends Row {
  payload: (scene: Scene) => Awaitable<ClientRequest<N>>;
}

type OneOrMore<T> = T | readonly T[];

/** The rows of some routes, as an area's file gives them. A route without one does not compile. */
export type RouteRows<Routes extends Record<string, Route>> = { [N in keyof Routes]: OneOrMore<RouteRow<Routes[N]>> };

export type EveryRouteRow = RouteRows<Pick<typeof routes, RouteName>>;
export type EveryEventRow = { [N in keyof typeof clientEvents]: OneOrMore<EventRow<N>> };
