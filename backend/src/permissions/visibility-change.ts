import { channelResolver, hasPermission, isVisibleToAll, permissionBits, type PermissionMember } from '@hearth/contract';
import { rooms } from '../realtime/rooms.js';
import { roomOf, type ChannelRules, type ServerRules } from './access.js';

/** With which rules, and as which member, somebody was placed. */
export interface Place {
  rules: ServerRules;
  member: PermissionMember;
}

/** What a change of rules or membership means for one member. */
export interface PlaceChange {
  joins: string[];
  leaves: string[];
  gained: string[];
  lost: string[];
  /** Seen before as now, with other overwrites and from another room: the news of it may have passed before the room was joined. */
  kept: string[];
}

const SEES = permissionBits.VIEW_CHANNEL | permissionBits.ADMINISTRATOR;

/** Works out changes between two states of a server's rules for many members: what does not depend on the member is found once. */
export class VisibilityChanges {
  private readonly touched = new Map<ServerRules, ReadonlySet<string>>();
  private readonly all = new Map<ServerRules, ReadonlySet<string>>();

  constructor(private readonly next: ServerRules) {}

  of(before: Place, member: PermissionMember, now: number): PlaceChange {
    const [old, next] = [look(before.rules, before.member, now), look(this.next, member, now)];
    const change: PlaceChange = { joins: [], leaves: [], gained: [], lost: [], kept: [] };
    for (const channelId of this.candidates(before, member)) {
      const [was, is] = [old(channelId), next(channelId)];
      if (was === is) continue;
      if (was === null && is !== null) change.gained.push(channelId);
      if (was !== null && is === null) change.lost.push(channelId);
      if (was !== null && is !== null && this.touchedSince(before.rules).has(channelId)) change.kept.push(channelId);
      if (was !== null) change.leaves.push(was);
      if (is !== null) change.joins.push(is);
    }
    // The room of the server is left with the server alone.
    return { ...change, leaves: change.leaves.filter((room) => room !== rooms.server(this.next.server.id)) };
  }

  /** The channels that the member may have come to see, or not to see any more. */
  private candidates(before: Place, member: PermissionMember): ReadonlySet<string> {
    const isSame = sameRoles(before.member, member) && sameSight(before.rules, this.next, member);
    return isSame ? this.touchedSince(before.rules) : this.everyChannel(before.rules);
  }

  private touchedSince(before: ServerRules): ReadonlySet<string> {
    return memo(this.touched, before, () => touchedChannels(before, this.next));
  }

  private everyChannel(before: ServerRules): ReadonlySet<string> {
    return memo(this.all, before, () => new Set([...before.channels.keys(), ...this.next.channels.keys()]));
  }
}

/** Where a member listens for each channel; null where they see none. */
function look(rules: ServerRules, member: PermissionMember, now: number): (channelId: string) => string | null {
  const resolve = channelResolver(rules.server, member, now);
  return (channelId) => {
    const channel = rules.channels.get(channelId);
    if (!channel || !hasPermission(resolve(channel.overwrites), 'VIEW_CHANNEL')) return null;
    return roomOf(rules, channel);
  };
}

/** The rooms of the channels that a member sees. */
export function roomsFor({ rules, member }: Place, now: number): string[] {
  const resolve = channelResolver(rules.server, member, now);
  const seen = [...rules.channels.values()].filter(
    ({ overwrites }) => !isVisibleToAll(rules.server, overwrites) && hasPermission(resolve(overwrites), 'VIEW_CHANNEL'),
  );
  return seen.map((channel) => roomOf(rules, channel));
}

/** Channels that came, went or changed their overwrites. */
function touchedChannels(before: ServerRules, next: ServerRules): ReadonlySet<string> {
  const added = [...next.channels.keys()].filter((channelId) => !before.channels.has(channelId));
  const other = [...before.channels.values()].filter((channel) => !sameOverwrites(channel, next.channels.get(channel.id)));
  return new Set([...added, ...other.map(({ id }) => id)]);
}

function sameOverwrites(one: ChannelRules, other: ChannelRules | undefined): boolean {
  if (one.overwrites.length !== other?.overwrites.length) return false;
  const others = new Map(other.overwrites.map((overwrite) => [overwrite.targetId, overwrite]));
  return one.overwrites.every(({ targetId, allow, deny }) => {
    const same = others.get(targetId);
    return same?.allow === allow && same.deny === deny;
  });
}

const sameRoles = (one: PermissionMember, other: PermissionMember): boolean =>
  one.roleIds.length === other.roleIds.length && one.roleIds.every((roleId) => other.roleIds.includes(roleId));

/** Whether what a member's roles say about seeing is as before. */
function sameSight(before: ServerRules, next: ServerRules, { userId, roleIds }: PermissionMember): boolean {
  if (before === next) return true;
  if ((before.server.ownerId === userId) !== (next.server.ownerId === userId)) return false;
  return sightOf(before, roleIds) === sightOf(next, roleIds);
}

const sightOf = ({ server }: ServerRules, roleIds: readonly string[]): string =>
  server.roles
    .filter(({ id, permissions }) => (permissions & SEES) !== 0n && (id === server.id || roleIds.includes(id)))
    .map(({ id, permissions }) => `${id}:${(permissions & SEES).toString()}`)
    .toSorted()
    .join();

function memo<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const held = known.get(key);
  if (held !== undefined) return held;
  const found = find();
  known.set(key, found);
  return found;
}
