import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Presence, ServerEventEntry } from '@hearth/contract';
import { Bus } from '../cluster/bus.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { ProfilesService } from '../relationships/profiles/profiles.service.js';
import { RelationshipsService, type Friendship } from '../relationships/relationships.service.js';
import { PresenceRepository } from './presence.repository.js';
import { PresenceService } from './presence.service.js';
import { hidden } from './shown.js';

/** Who hears of whose presence changes: those who come to see somebody are told how they stand, the others that they are not here. */
@Injectable()
export class PresenceCircles implements OnModuleInit {
  constructor(
    private readonly presence: PresenceService,
    private readonly repository: PresenceRepository,
    private readonly profiles: ProfilesService,
    private readonly relationships: RelationshipsService,
    private readonly publisher: Publisher,
    private readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.profiles.showPresence(async (userId, otherId) => (await this.presence.shownTo(userId, otherId)) ?? hidden(otherId));
    this.relationships.friendships.add((friendship) => this.meet(friendship));
    this.bus.subscribe('recipients:changed', ({ channelId, userIds }) => this.gather(channelId, userIds));
  }

  /** Somebody who is no longer a friend may still be in a conversation with the other. */
  private async meet({ userIds: [one, other] }: Friendship): Promise<void> {
    const areClose = await this.repository.isInCircle(one, other);
    const presences = areClose ? await this.presence.of([one, other]) : [hidden(one), hidden(other)];
    for (const presence of presences) this.publisher.emit(rooms.user(presence.userId === one ? other : one), 'presence', presence);
  }

  /**
   * Each node tells its own users: those who came into a conversation of all in it, the others of those who came. In a group some may block
   * each other: they are not told of each other.
   */
  private async gather(channelId: string, changed: string[]): Promise<void> {
    const conversation = await this.repository.conversation(channelId);
    const here = conversation?.recipientIds.filter((userId) => this.presence.isHere(userId)) ?? [];
    if (!conversation || here.length === 0) return;
    const { recipientIds, blocked } = conversation;
    const presences = blocked ? recipientIds.map((userId) => hidden(userId)) : await this.seen(recipientIds);
    const came = recipientIds.filter((userId) => changed.includes(userId));
    const circles = blocked ? new Map(came.map((userId) => [userId, recipientIds])) : await this.repository.circlesOf(came);
    for (const userId of came) {
      const circle = new Set(circles.get(userId));
      if (here.includes(userId))
        this.tell(
          [userId],
          presences.filter((presence) => presence.userId !== userId && circle.has(presence.userId)),
        );
      this.tell(
        here.filter((other) => !came.includes(other) && circle.has(other)),
        presences.filter((presence) => presence.userId === userId),
      );
    }
  }

  private tell(userIds: string[], presences: Presence[]): void {
    const entries = presences.map((presence): ServerEventEntry => ['presence', presence]);
    this.publisher.emitAllLocally(userIds.map(rooms.user), entries);
  }

  private async seen(userIds: string[]): Promise<Presence[]> {
    return (await this.presence.of(userIds)).filter(({ status }) => status !== 'offline');
  }
}
