import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ClientPayload, MemberWindow } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { Bus } from '../cluster/bus.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { LocalSockets } from '../realtime/local-sockets.js';
import { Publisher } from '../realtime/publisher.js';
import { MemberReader } from './member-reader.js';
import { ServerList } from './server-list.js';
import { ServerMembers } from './server-members.js';

/** A list that nobody looks at any more is kept for so long, in milliseconds: somebody who turns to another channel wants it again. */
const LINGER = 30_000;

/** Where a device looks now: a new object for each request. */
interface Seat {
  serverId: string | null;
}

/** Member lists on screen: each device sees a part of one list, of which this node tells it until it turns away, ends or may not see it. */
@Injectable()
export class MemberListService implements OnModuleInit, OnModuleDestroy {
  private readonly lists = new Map<string, ServerList>();
  private readonly seats = new Map<string, Seat>();
  private readonly lingering = new Map<string, NodeJS.Timeout>();
  /** Of what this node told last, over all lists. */
  private version = 0;

  constructor(
    private readonly reader: MemberReader,
    private readonly permissions: PermissionsService,
    private readonly sockets: LocalSockets,
    private readonly publisher: Publisher,
    private readonly bus: Bus,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('member-list');
  }

  onModuleInit(): void {
    this.bus.subscribe('presence:shown', (presence) => this.lists.forEach((list) => list.show(presence)));
    this.bus.subscribe('user:changed', ({ user }) => this.lists.forEach((list) => list.rename(user)));
    this.bus.subscribe('member:changed', ({ serverId, userId }) => this.lists.get(serverId)?.doubt(userId));
    this.bus.subscribe('membership:changed', ({ serverId, userId }) => this.lists.get(serverId)?.doubt(userId));
    this.bus.subscribe('access:changed', ({ serverId }) => this.lists.get(serverId)?.doubtEverything());
    this.bus.subscribe('presence:restored', () => this.doubtAll());
    this.bus.onRestored(() => this.doubtAll());
  }

  onModuleDestroy(): void {
    for (const timer of this.lingering.values()) clearTimeout(timer);
    for (const list of this.lists.values()) list.close();
  }

  /**
   * Replaces what the device watched before. Null: it watches nothing, by its own wish or because it asked again meanwhile.
   *
   * @throws NOT_FOUND for whoever may not see the channel, UNAVAILABLE for a device that is not connected
   */
  async watch(
    caller: Caller,
    socketId: string,
    { serverId, channelId, blocks }: ClientPayload<'server:subscribe'>,
  ): Promise<MemberWindow | null> {
    const seat = this.takeSeat(caller, socketId, blocks.length > 0 ? serverId : null);
    if (blocks.length === 0) return null;
    const isWanted = () => this.seats.get(socketId) === seat;
    try {
      const { channel } = await this.permissions.channel(caller, channelId);
      if (channel.serverId !== serverId) throw new ProblemError('NOT_FOUND');
      const rulesOf = channel.type === 'THREAD' && channel.parentId !== null ? channel.parentId : channelId;
      const part = [...new Set(blocks)].toSorted((one, other) => one - other);
      const watcher = { socketId, userId: caller.userId, channelId, rulesOf, blocks: part };
      const window = await this.listOf(serverId).watch(watcher, isWanted);
      if (window) return { version: this.version, ...window };
      if (!isWanted()) return null;
      throw new ProblemError('NOT_FOUND');
    } catch (fault) {
      if (isWanted()) this.lists.get(serverId)?.leave(socketId);
      throw fault;
    } finally {
      this.linger(serverId);
    }
  }

  private doubtAll(): void {
    for (const list of this.lists.values()) list.doubtEverything();
  }

  private takeSeat({ userId }: Caller, socketId: string, serverId: string | null): Seat {
    const socket = this.sockets.ofUser(userId).find(({ id }) => id === socketId);
    if (!socket) throw new ProblemError('UNAVAILABLE');
    const before = this.seats.get(socketId);
    if (!before) socket.once('disconnect', () => this.leave(socketId));
    else if (before.serverId !== serverId) this.leaveList(socketId, before);
    const seat: Seat = { serverId };
    this.seats.set(socketId, seat);
    return seat;
  }

  private leave(socketId: string): void {
    const seat = this.seats.get(socketId);
    this.seats.delete(socketId);
    if (seat) this.leaveList(socketId, seat);
  }

  private leaveList(socketId: string, { serverId }: Seat): void {
    if (serverId === null) return;
    this.lists.get(serverId)?.leave(socketId);
    this.linger(serverId);
  }

  private listOf(serverId: string): ServerList {
    const known = this.lists.get(serverId);
    if (known) return known;
    const list: ServerList = new ServerList({
      members: new ServerMembers(serverId, this.reader),
      sight: (channelId) => this.permissions.sight(serverId, channelId),
      tell: (socketIds, change) => {
        this.version += 1;
        this.publisher.emitLocally(socketIds, 'member:list', { serverId, version: this.version, ...change });
      },
      report: (fault) => this.logger.warn({ err: fault }, 'a member list could not be told'),
    });
    this.lists.set(serverId, list);
    return list;
  }

  /** Lets go of a list after a while in which nobody looked at it. */
  private linger(serverId: string): void {
    clearTimeout(this.lingering.get(serverId));
    this.lingering.delete(serverId);
    if (!this.lists.get(serverId)?.isIdle) return;
    const timer = setTimeout(() => {
      this.lingering.delete(serverId);
      const list = this.lists.get(serverId);
      if (!list?.isIdle) return;
      list.close();
      this.lists.delete(serverId);
    }, LINGER);
    this.lingering.set(serverId, timer.unref());
  }
}
