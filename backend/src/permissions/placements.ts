import { Injectable } from '@nestjs/common';
import type { PermissionMember } from '@hearth/contract';
import { Listeners } from '../cluster/listeners.js';
import { LocalSockets } from '../realtime/local-sockets.js';
import { rooms } from '../realtime/rooms.js';
import { AccessCache } from './access-cache.js';
import type { ServerRules } from './access.js';
import { roomsFor, VisibilityChanges, type Place, type PlaceChange } from './visibility-change.js';

/** Which of this node's users came to see a channel of a server, see it no more, or see it from another room now: `rooms` are theirs. */
export interface ChannelSight {
  channelId: string;
  userIds: string[];
  rooms: string[];
}

export interface SightChange {
  serverId: string;
  gained: ChannelSight[];
  lost: ChannelSight[];
  kept: ChannelSight[];
}

interface Run {
  /** Whose place may have changed since the run began; `null`: everybody's. */
  again: Set<string> | null | undefined;
  done: Promise<void>;
}

/** After this many members other work gets its turn. */
const CHUNK = 200;

/**
 * Keeps the sockets of this node in the rooms that the rules say. A change of a server's rules moves those whom it concerns, with one read
 * of members, and tells which channels they gained and lost.
 */
@Injectable()
export class Placements {
  readonly changed = new Listeners<SightChange>();
  /** Of each server: as what the users of this node were placed last. */
  private readonly placed = new Map<string, Map<string, Place>>();
  private readonly runs = new Map<string, Run>();

  constructor(
    private readonly cache: AccessCache,
    private readonly sockets: LocalSockets,
  ) {
    sockets.gone.add((userId) => this.forget(userId));
  }

  /** The rooms of one server for a socket that is being placed as a whole. */
  enter(place: Place): string[] {
    const { server } = place.rules;
    const inServer = this.placed.get(server.id) ?? new Map<string, Place>();
    this.placed.set(server.id, inServer);
    // Another device was placed before: what that one does not know yet is told to both when the change arrives.
    if (!inServer.has(place.member.userId)) inServer.set(place.member.userId, place);
    return [rooms.server(server.id), ...roomsFor(place, Date.now())];
  }

  /** What this node knew before the broker's break is no measure any more. */
  forgetAll(): void {
    this.placed.clear();
  }

  /**
   * Moves the sockets of members to where the present rules put them.
   *
   * @param userIds left out: everybody who is in the server
   */
  async update(serverId: string, userIds?: string[]): Promise<void> {
    this.sockets.placeAgain();
    const running = this.runs.get(serverId);
    if (running) {
      running.again = merged(running.again, userIds);
      return running.done;
    }
    const run: Run = { again: undefined, done: Promise.resolve() };
    this.runs.set(serverId, run);
    run.done = this.runAll(serverId, run, userIds).finally(() => this.runs.delete(serverId));
    return run.done;
  }

  private async runAll(serverId: string, run: Run, userIds: string[] | undefined): Promise<void> {
    let next: Set<string> | null | undefined = userIds ? new Set(userIds) : null;
    while (next !== undefined) {
      run.again = undefined;
      await this.updateOnce(serverId, next);
      next = run.again;
    }
  }

  private async updateOnce(serverId: string, only: Set<string> | null): Promise<void> {
    const userIds = only ? [...only] : this.sockets.usersIn(rooms.server(serverId));
    const present = userIds.filter((userId) => this.sockets.ofUser(userId).length > 0);
    if (present.length === 0) return;
    const found = await this.read(serverId, present);
    const changes = new Map<string, PlaceChange>();
    const visibility = found && new VisibilityChanges(found.rules);
    for (const [index, userId] of present.entries()) {
      if (index > 0 && index % CHUNK === 0) await new Promise(setImmediate);
      const member = found?.members.get(userId);
      const change = member && visibility ? this.move(visibility, found.rules, member) : this.leave(serverId, userId);
      if (change) changes.set(userId, change);
    }
    if (found) await this.changed.tell(sightChange(serverId, only === null && changes.size === present.length, changes));
  }

  private async read(serverId: string, userIds: string[]) {
    try {
      return await this.cache.members(serverId, userIds);
    } catch (fault) {
      // Nobody keeps listening on rights that could not be read again: the client reconnects and is placed anew.
      for (const userId of userIds) for (const socket of this.sockets.ofUser(userId)) socket.disconnect(true);
      throw fault;
    }
  }

  private move(visibility: VisibilityChanges, rules: ServerRules, member: PermissionMember): PlaceChange | undefined {
    const serverId = rules.server.id;
    const before = this.placed.get(serverId)?.get(member.userId);
    const place = { rules, member };
    if (!before) {
      // New in the server, which is told as a whole.
      this.sockets.move(member.userId, this.enter(place), []);
      return undefined;
    }
    const change = visibility.of(before, member, Date.now());
    this.placed.get(serverId)?.set(member.userId, place);
    this.sockets.move(member.userId, change.joins, change.leaves);
    return change;
  }

  /** The server is gone, or the user is no longer in it: they are told so as a whole. */
  private leave(serverId: string, userId: string): undefined {
    const before = this.placed.get(serverId)?.get(userId);
    this.placed.get(serverId)?.delete(userId);
    if (this.placed.get(serverId)?.size === 0) this.placed.delete(serverId);
    this.sockets.move(userId, [], [rooms.server(serverId), ...(before ? roomsFor(before, Date.now()) : [])]);
  }

  private forget(userId: string): void {
    for (const [serverId, users] of this.placed) {
      users.delete(userId);
      if (users.size === 0) this.placed.delete(serverId);
    }
  }
}

function merged(held: Run['again'], userIds: string[] | undefined): Run['again'] {
  if (userIds === undefined || held === null) return null;
  return new Set([...(held ?? []), ...userIds]);
}

/**
 * By channel who gained, lost and kept it.
 *
 * @param isAll the changes are those of everybody of this node who is in the server: where all share one, the server's room stands for them
 */
function sightChange(serverId: string, isAll: boolean, changes: ReadonlyMap<string, PlaceChange>): SightChange {
  const collect = (kind: 'gained' | 'lost' | 'kept'): ChannelSight[] => {
    const users = new Map<string, string[]>();
    for (const [userId, change] of changes) {
      for (const channelId of change[kind]) {
        const list = users.get(channelId) ?? [];
        list.push(userId);
        users.set(channelId, list);
      }
    }
    const roomsOf = (userIds: string[]) => (isAll && userIds.length === changes.size ? [rooms.server(serverId)] : userIds.map(rooms.user));
    return [...users].map(([channelId, userIds]) => ({ channelId, userIds, rooms: roomsOf(userIds) }));
  };
  return { serverId, gained: collect('gained'), lost: collect('lost'), kept: collect('kept') };
}
