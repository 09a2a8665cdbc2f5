import { Injectable } from '@nestjs/common';
import { Listeners } from '../cluster/listeners.js';
import { RealtimeRegistry } from './realtime-ports.js';
import { rooms } from './rooms.js';
import type { HearthServer, HearthSocket } from './sockets.js';

interface Placement {
  again: boolean;
  done: Promise<void>;
}

/** Keeps the rooms of this node's sockets what the permissions of their users say. */
@Injectable()
export class LocalSockets {
  /** The last socket of a user on this node has ended. */
  readonly gone = new Listeners<string>();
  private server: HearthServer | undefined;
  private readonly placements = new Map<HearthSocket, Placement>();

  constructor(private readonly registry: RealtimeRegistry) {}

  attach(server: HearthServer): void {
    this.server = server;
  }

  all(): HearthSocket[] {
    return [...(this.server?.of('/').sockets.values() ?? [])];
  }

  /** The servers to which sockets of this node listen. */
  serverIds(): string[] {
    return this.idsOf(rooms.server(''));
  }

  /** The channels that have a room of their own in which sockets of this node are. */
  channelIds(): string[] {
    return this.idsOf(rooms.channel(''));
  }

  ofUser(userId: string): HearthSocket[] {
    return this.in(rooms.user(userId));
  }

  /** Each user once, however many devices. */
  usersIn(room: string): string[] {
    return [...new Set(this.in(room).map((socket) => socket.data.caller.userId))];
  }

  /** A socket has ended. */
  async ended(socket: HearthSocket): Promise<void> {
    const { userId } = socket.data.caller;
    if (this.ofUser(userId).every((other) => other === socket)) await this.gone.tell(userId);
  }

  /** Joins and leaves rooms until they fit. A change that comes while they are being read makes it read them again. */
  place(socket: HearthSocket): Promise<void> {
    const running = this.placements.get(socket);
    if (running) {
      running.again = true;
      return running.done;
    }
    const placement: Placement = { again: false, done: Promise.resolve() };
    this.placements.set(socket, placement);
    placement.done = this.run(socket, placement).finally(() => this.placements.delete(socket));
    return placement.done;
  }

  /** Rights changed: what is being placed at this moment may have read those from before. */
  placeAgain(): void {
    for (const placement of this.placements.values()) placement.again = true;
  }

  /** Moves every socket of a user. A room that is both left and joined is kept. */
  move(userId: string, joins: string[], leaves: string[]): void {
    const kept = new Set(joins);
    for (const socket of this.ofUser(userId)) {
      if (!socket.connected) continue;
      for (const room of leaves) if (!kept.has(room)) void socket.leave(room);
      if (joins.length > 0) void socket.join(joins);
    }
  }

  async placeAll(): Promise<void> {
    await Promise.all(this.all().map((socket) => this.place(socket)));
  }

  endSession(sessionId: string): void {
    for (const socket of this.in(rooms.session(sessionId))) {
      socket.emit('session:revoked', { sessionId });
      socket.disconnect(true);
    }
  }

  private async run(socket: HearthSocket, placement: Placement): Promise<void> {
    do {
      placement.again = false;
      const wanted = await this.wantedRooms(socket);
      if (!placement.again) this.apply(socket, new Set(wanted));
    } while (placement.again);
  }

  private async wantedRooms(socket: HearthSocket): Promise<string[]> {
    try {
      return await this.registry.port('roomsOf')(socket.data.caller.userId);
    } catch (fault) {
      // Nobody keeps listening on rights that could not be read again: the client reconnects and is placed anew.
      socket.disconnect(true);
      throw fault;
    }
  }

  private idsOf(prefix: string): string[] {
    const names = this.server?.of('/').adapter.rooms.keys() ?? [];
    return [...names].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  }

  private in(room: string): HearthSocket[] {
    const namespace = this.server?.of('/');
    const ids = namespace?.adapter.rooms.get(room) ?? [];
    return [...ids].flatMap((id) => namespace?.sockets.get(id) ?? []);
  }

  private apply(socket: HearthSocket, wanted: ReadonlySet<string>): void {
    // A socket that is gone has left its rooms: what it joined now it would never leave.
    if (!socket.connected) return;
    const own = new Set([socket.id, rooms.user(socket.data.caller.userId), rooms.session(socket.data.caller.sessionId)]);
    for (const room of socket.rooms) if (!own.has(room) && !wanted.has(room)) void socket.leave(room);
    void socket.join([...wanted]);
  }
}
