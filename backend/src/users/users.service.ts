import { Injectable } from '@nestjs/common';
import type { ChosenStatus, Me, Settings, UserProfile, UserSummary } from '@hearth/contract';
import { Bus } from '../cluster/bus.js';
import { Listeners } from '../cluster/listeners.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { SettingsService } from './settings/settings.service.js';
import { presentMe, presentUserProfile, presentUserSummary } from './users.presenter.js';
import { UsersRepository, type PresenceFacts, type UserChange } from './users.repository.js';

export { presentUserSummary, type UserSummaryRow } from './users.presenter.js';
export type { PresenceFacts } from './users.repository.js';

/** Times as they travel. */
type ProfileChange = Omit<UserChange, 'status' | 'statusExpiresAt'> & { statusExpiresAt?: string | null | undefined };

/** The rooms of those who see somebody's name for one reason. */
type Audience = (userId: string) => Promise<string[]>;

@Injectable()
export class UsersService {
  /** Who says something else of themselves now. */
  readonly statusTexts = new Listeners<string>();
  private readonly audiences: Audience[] = [];

  constructor(
    private readonly repository: UsersRepository,
    private readonly ownSettings: SettingsService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly bus: Bus,
  ) {}

  /** After commit: who lets others write to them otherwise than before. */
  get privacy(): Listeners<string> {
    return this.ownSettings.privacy;
  }

  /** Whoever shows people beside the members of their servers says who hears of a new name. */
  addAudience(audience: Audience): void {
    this.audiences.push(audience);
  }

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
    this.publisher.emit(rooms.user(caller.userId), 'me:update', me);
    if (change.displayName !== undefined) await this.announce(presentUserSummary(user));
    if (status) await this.statusTexts.tell(caller.userId);
    return me;
  }

  /** After commit, to everybody who sees them: they are called otherwise now. */
  async tellRenamed(userId: string): Promise<void> {
    const user = await this.repository.byId(userId);
    if (user) await this.announce(presentUserSummary(user));
  }

  /** After commit: another picture. An avatar is everywhere where they are named. @throws UNAUTHENTICATED when the account is gone */
  async tellPicture(userId: string, { isEverywhere }: { isEverywhere: boolean }): Promise<Me> {
    const user = await this.repository.byId(userId);
    if (!user) throw new ProblemError('UNAUTHENTICATED');
    const me = presentMe(user);
    this.publisher.emit(rooms.user(userId), 'me:update', me);
    if (isEverywhere) await this.announce(presentUserSummary(user));
    return me;
  }

  /** What everybody who may know of them sees; null when the account is gone. */
  async profile(userId: string): Promise<UserProfile | null> {
    const user = await this.repository.byId(userId);
    return user && presentUserProfile(user);
  }

  /** By id; those that are gone are left out. */
  async summaries(userIds: string[]): Promise<Map<string, UserSummary>> {
    const found = await this.repository.summaries(userIds);
    return new Map(found.map((row) => [row.id.toString(), presentUserSummary(row)]));
  }

  settings({ userId }: Pick<Caller, 'userId'>): Promise<Settings> {
    return this.ownSettings.of(userId);
  }

  /** What presence is made of: the status that each person chose, what they say of themselves, and when they were last here. */
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

  private async announce(user: UserSummary): Promise<void> {
    await this.bus.publish('user:changed', { user });
    this.publisher.emit(await this.audienceOf(user.id), 'user:update', user);
  }

  private async audienceOf(userId: string): Promise<string[]> {
    const [servers, ...others] = await Promise.all([
      this.permissions.serversOf(userId),
      ...this.audiences.map((audience) => audience(userId)),
    ]);
    return [rooms.user(userId), ...servers.map(rooms.server), ...others.flat()];
  }
}
