/** What the devices of a user add up to: somebody is at one of them, or all of them are left alone. */
export type Activity = 'active' | 'idle';

/** Who is connected, over all nodes. Each node says what its own devices of a user add up to. */
export abstract class PresenceStore {
  /** @param activity null: no device of the user is connected to this node any more */
  abstract set(userId: string, activity: Activity | null): Promise<void>;
  /** Those of the users who are connected to any node. */
  abstract get(userIds: string[]): Promise<Map<string, Activity>>;
  /** Called once, on one node, with the users of a node that died. */
  abstract onLost(listener: (userIds: string[]) => void): void;
}

export const strongest = (one: Activity | undefined, other: Activity): Activity => (one === 'active' ? one : other);
