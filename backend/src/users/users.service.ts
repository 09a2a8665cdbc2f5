import { Injectable } from '@nestjs/common';
import type { ChosenStatus, Me, Settings, UserProfile, UserSummary } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { SettingsService } from './settings/settings.service.js';
import { presentMe, presentUserProfile, presentUserSummary } from './users.presenter.js';
import { UsersRepository, type PresenceFacts, type UserChange } from './users.repository.js';

export { presentUserSummary, type UserSummaryRow } from './users.presenter.js';

/** Times as they travel. */
type ProfileChange = Omit<UserChange, 'status' | 'statusExpiresAt'> & { statusExpiresAt?: string | null | undefined };

@Injectable()
export class UsersService {
  constructor(
    private readonly repository: UsersRepository,
    private readonly ownSettings: SettingsService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  /** @throws UNAUTHENTICATED when the account is gone */
  async me(caller: Caller): Promise<Me> {
    const user = await this.repository.byId(caller.userId);
    if (!user) throw new ProblemError('UNAUTHENTICATED');
    return presentMe(user);
  }

  async updateMe(caller: Caller, { statusText, statusExpiresAt = null, ...change }: ProfileChange): Promise<Me> {
    const status = statusText !== undefined && { statusText, statusExpiresAt: statusExpiresAt === null ? null : new Date(statusExpiresAt) };
    const user = await this.repository.update(caller.userId, { ...change, ...status });
    const me = presentMe(user);
    const servers = await this.permissions.serversOf(caller.userId);
    this.publisher.emit(rooms.user(caller.userId), 'me:update', me);
    this.publisher.emit([rooms.user(caller.userId), ...servers.map(rooms.server)], 'user:update', presentUserSummary(user));
    return me;
  }

  /** @throws NOT_FOUND for whoever shares no server with the caller */
  async get(caller: Caller, userId: string): Promise<UserProfile> {
    const [isShown, user] = await Promise.all([this.permissions.shareServer(caller.userId, userId), this.repository.byId(userId)]);
    if (!isShown || !user) throw new ProblemError('NOT_FOUND');
    return presentUserProfile(user);
  }

  async search(caller: Caller, query: string): Promise<UserSummary[]> {
    const found = await this.repository.search(caller.userId, query);
    return found.map(presentUserSummary);
  }

  /** By id; those that are gone are left out. */
  async summaries(userIds: string[]): Promise<Map<string, UserSummary>> {
    const found = await this.repository.summaries(userIds);
    return new Map(found.map((row) => [row.id.toString(), presentUserSummary(row)]));
  }

  settings(caller: Caller): Promise<Settings> {
    return this.ownSettings.of(caller.userId);
  }

  /** What presence is made of: the status that each person chose, and when they were last here. */
  presenceFacts(userIds: string[]): Promise<PresenceFacts[]> {
    return this.repository.presenceFacts(userIds);
  }

  setLastSeen(userId: string, at: Date): Promise<void> {
    return this.repository.setLastSeen(userId, at);
  }

  /** The other devices follow by `me:update`. */
  async setStatus(userId: string, status: ChosenStatus): Promise<void> {
    const user = await this.repository.update(userId, { status });
    this.publisher.emit(rooms.user(userId), 'me:update', presentMe(user));
  }
}
