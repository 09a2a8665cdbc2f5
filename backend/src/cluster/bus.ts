import type { Presence, UserSummary } from '@hearth/contract';

/** News that every node must hear, itself included. It may be lost while the broker is away: what depends on it recovers on `onRestored`. */
export interface BusEvents {
  /** Roles, overwrites or channels of a server changed. */
  'access:changed': { serverId: string };
  'membership:changed': { serverId: string; userId: string };
  /** Who is in a DM or group changed, or what its rules say of them. */
  'recipients:changed': { channelId: string; userIds: string[] };
  /** The rules of AutoMod of a server. */
  'automod:changed': { serverId: string };
  /** Somebody goes on with an upload: whoever writes it under another lease ends. */
  'upload:wanted': { fileId: string; lease: string };
  'sessions:ended': { sessionIds: string[] };
  /** A member has another nickname. */
  'member:changed': { serverId: string; userId: string };
  /** Somebody is called or looks otherwise. */
  'user:changed': { user: UserSummary };
  /** What everybody was told of somebody's presence. */
  'presence:shown': Presence;
  /** After a break a node has written again who is connected to it: whoever looked before did not see them. */
  'presence:restored': null;
}

export type BusTopic = keyof BusEvents;

type Listener<T extends BusTopic> = (news: BusEvents[T]) => void | Promise<void>;

export abstract class Bus {
  /** Delivers to this node's listeners before it resolves; to other nodes as soon as the broker does. */
  abstract publish<T extends BusTopic>(topic: T, news: BusEvents[T]): Promise<void>;
  abstract subscribe<T extends BusTopic>(topic: T, listener: Listener<T>): void;
  /** Called after each reconnect to the broker: anything may have been missed. */
  abstract onRestored(listener: () => void | Promise<void>): void;
}
