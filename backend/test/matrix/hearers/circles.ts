/** Everybody who listens, each on a socket that stays connected, but for the device that was signed out. */
export const listeners = [
  /** Acts. Has the highest role of the server but not ADMINISTRATOR. */
  'actor',
  'other device',
  'owner',
  /** Sees every channel. */
  'member',
  /** By an overwrite that was always there. A moderator, as are all to whom something was done, and the one who is blocked. */
  'hidden',
  /** Lost sight of the channel just now. */
  'out of sight',
  /** May only read for now: hears. */
  'timed out',
  'pending',
  /** Just now; was in the thread and in the group too. */
  'kicked',
  /** Just now; was in the thread too. */
  'banned',
  /** By the actor, just now; a friend until then, and still a member of the server and in the group. */
  'blocked',
  /** Of the actor; not in the server. */
  'friend',
  /** In nothing. */
  'stranger',
  /** Of the installation, which opens nothing. */
  'admin',
  /** Another device of `member`. */
  'signed out',
] as const;

export type Listener = (typeof listeners)[number];

const own = ['actor', 'other device'] as const;
const sighted = [...own, 'owner', 'member', 'timed out', 'pending', 'blocked'] as const;

/** Among whom something stays. */
export const circles = {
  nobody: [],
  /** The devices of the actor. */
  own,
  /** Members of the server. */
  server: [...sighted, 'hidden', 'out of sight'],
  /** Those who see the channel, its threads and the forum beside it. */
  channel: sighted,
  /** In the DM. */
  conversation: [...own, 'friend'],
  group: [...own, 'owner', 'blocked', 'friend'],
  /** Friends of the actor and those in a conversation with them. */
  close: [...own, 'owner', 'friend'],
} as const satisfies Record<string, readonly Listener[]>;

export type Circle = keyof typeof circles;
