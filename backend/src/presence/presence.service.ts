import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { ChosenStatus, Presence } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { Bus } from '../cluster/bus.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { RealtimeRegistry } from '../realtime/realtime-ports.js';
import { rooms } from '../realtime/rooms.js';
import { UsersService, type PresenceFacts } from '../users/users.service.js';
import { PresenceRepository } from './presence.repository.js';
import { PresenceStore, type Activity } from './presence-store.js';
import { looksTheSame, present } from './shown.js';

/** A page that is loaded again is away for a moment: nobody needs to hear of it. */
const GRACE = 2_000;

/** Why somebody's presence is looked at anew. */
type Cause = 'devices' | 'choice' | 'text';

/** Who is there: from the devices of a user on all nodes and the status that the user chose. */
@Injectable()
export class PresenceService implements OnModuleInit, BeforeApplicationShutdown {
  /** Of each user connected to this node: the devices, and whether somebody is at them. */
  private readonly devices = new Map<string, Map<string, boolean>>();
  /** Of each user connected to this node: what the others were last shown, by whichever node. */
  private readonly shown = new Map<string, Presence>();
  private readonly refreshing = new Map<string, Promise<void>>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly store: PresenceStore,
    private readonly users: UsersService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly registry: RealtimeRegistry,
    private readonly repository: PresenceRepository,
    private readonly bus: Bus,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('presence');
  }

  onModuleInit(): void {
    this.registry.fill({
      connected: (caller, socketId) => this.connected(caller, socketId),
      disconnected: (caller, socketId) => this.disconnected(caller, socketId),
    });
    this.users.statusTexts.add((userId) => this.refresh(userId, 'text'));
    this.bus.subscribe('presence:shown', (presence) => this.remember(presence));
    this.bus.onRestored(() => this.doubtShown());
    this.store.onLost((userIds) => {
      for (const userId of userIds) this.refreshLater(userId, 0);
    });
  }

  /** A chosen status is the account's and is kept; being away is the device's. */
  async update(
    caller: Caller,
    socketId: string,
    change: { status?: ChosenStatus | undefined; active?: boolean | undefined },
  ): Promise<void> {
    if (change.status) await this.users.setStatus(caller.userId, change.status);
    const devices = this.devices.get(caller.userId);
    if (change.active !== undefined && devices?.has(socketId)) devices.set(socketId, change.active);
    await this.refresh(caller.userId, change.status ? 'choice' : 'devices');
  }

  async of(userIds: string[]): Promise<Presence[]> {
    return this.look(await this.users.presenceFacts(userIds));
  }

  /** What others see of these people, in their order. */
  async look(people: PresenceFacts[]): Promise<Presence[]> {
    const activities = await this.store.get(people.map(({ userId }) => userId));
    const now = Date.now();
    return people.map((facts) => present(facts, activities.get(facts.userId), now));
  }

  /** Those of the user and of their friends and conversations who do not look offline. */
  async around(userId: string): Promise<Presence[]> {
    const activities = await this.store.get([userId, ...(await this.repository.circleOf(userId))]);
    const people = await this.users.presenceFacts([...activities.keys()]);
    const now = Date.now();
    return people.map((facts) => present(facts, activities.get(facts.userId), now)).filter(({ status }) => status !== 'offline');
  }

  /** @throws NOT_FOUND for somebody with whom the caller shares nothing */
  async get({ userId }: Caller, otherId: string): Promise<Presence> {
    const presence = await this.shownTo(userId, otherId);
    if (!presence) throw new ProblemError('NOT_FOUND');
    return presence;
  }

  /** To members of the same servers, friends and partners in conversations; null for everybody else. */
  async shownTo(userId: string, otherId: string): Promise<Presence | null> {
    const isShown =
      userId === otherId || (await this.permissions.shareServer(userId, otherId)) || (await this.repository.isInCircle(userId, otherId));
    const [presence] = isShown ? await this.of([otherId]) : [];
    return presence ?? null;
  }

  /** Whether a device of the user is connected to this node. */
  isHere(userId: string): boolean {
    return this.devices.has(userId);
  }

  /** Tells once more who of this node's users is here, after a break in which it may not have been heard. */
  async tellAgain(): Promise<void> {
    const userIds = [...this.devices.keys()];
    const [presences, circles] = await Promise.all([this.of(userIds), this.repository.circlesOf(userIds)]);
    for (const presence of presences) {
      const circle = circles.get(presence.userId);
      if (circle && presence.status !== 'offline') this.publisher.emit(circle.map(rooms.user), 'presence', presence);
    }
  }

  /** The users of this node leave with it. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.leaving.values()) clearTimeout(timer);
    const userIds = [...this.devices.keys()];
    this.devices.clear();
    const outcomes = await Promise.allSettled(userIds.map((userId) => this.refresh(userId)));
    const failed = outcomes.filter(({ status }) => status === 'rejected').length;
    if (failed > 0) this.logger.warn(`${failed} users could not be shown as offline`);
  }

  private async connected({ userId }: Caller, socketId: string): Promise<void> {
    const devices = this.devices.get(userId) ?? new Map<string, boolean>();
    this.devices.set(userId, devices.set(socketId, true));
    await this.refresh(userId);
  }

  private disconnected({ userId }: Caller, socketId: string): void {
    const devices = this.devices.get(userId);
    if (!devices?.delete(socketId)) return;
    if (devices.size === 0) this.devices.delete(userId);
    this.refreshLater(userId, GRACE);
  }

  private refreshLater(userId: string, delay: number): void {
    clearTimeout(this.leaving.get(userId));
    const timer = setTimeout(() => {
      this.leaving.delete(userId);
      this.refresh(userId).catch((fault: unknown) => this.logger.warn({ err: fault }, 'presence could not be refreshed'));
    }, delay);
    this.leaving.set(userId, timer);
  }

  /** One at a time for each user, so that what is published last is what is true. */
  private refresh(userId: string, cause: Cause = 'devices'): Promise<void> {
    const before = this.refreshing.get(userId) ?? Promise.resolve();
    const run = before.catch(() => undefined).then(() => this.publish(userId, cause));
    this.refreshing.set(userId, run);
    return run.finally(() => {
      if (this.refreshing.get(userId) === run) this.refreshing.delete(userId);
    });
  }

  private async publish(userId: string, cause: Cause): Promise<void> {
    await this.store.set(userId, this.localActivity(userId));
    const [known] = await this.of([userId]);
    if (!known) return;
    const isNews = this.isNews(known, cause);
    this.remember(known);
    if (!isNews) return;
    const presence = known.status === 'offline' ? await this.wentOffline(known) : known;
    await this.bus.publish('presence:shown', presence);
    const circle = await this.repository.circleOf(userId);
    this.publisher.emit([userId, ...circle].map(rooms.user), 'presence', presence);
  }

  /** Somebody invisible who comes is no news: being told once more that they are offline, everybody would know that they are not. */
  private isNews(presence: Presence, cause: Cause): boolean {
    const before = this.shown.get(presence.userId);
    if (before) return !looksTheSame(before, presence);
    return presence.status !== 'offline' || cause === 'choice' || (cause === 'devices' && !this.devices.has(presence.userId));
  }

  private remember(presence: Presence): void {
    if (this.devices.has(presence.userId)) this.shown.set(presence.userId, presence);
    else this.shown.delete(presence.userId);
  }

  /** What other nodes showed while the broker was away was not heard here. Who was invisible stays so until they choose otherwise. */
  private doubtShown(): void {
    for (const [userId, { status }] of this.shown) if (status !== 'offline') this.shown.delete(userId);
  }

  private async wentOffline(presence: Presence): Promise<Presence> {
    const now = new Date();
    await this.users.setLastSeen(presence.userId, now);
    return { ...presence, lastSeenAt: now.toISOString() };
  }

  private localActivity(userId: string): Activity | null {
    const devices = this.devices.get(userId);
    if (!devices) return null;
    return [...devices.values()].some(Boolean) ? 'active' : 'idle';
  }
}
