import { Injectable } from '@nestjs/common';
import type { Presence, Profile, UserSummary } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { presentUserSummary, UsersService } from '../../users/users.service.js';
import { ProfilesRepository } from './profiles.repository.js';

/** What the first person sees of the second. */
type PresenceOf = (userId: string, otherId: string) => Promise<Presence>;

/** Who may know of whom, and what they see of each other. */
@Injectable()
export class ProfilesService {
  private presenceOf: PresenceOf | undefined;

  constructor(
    private readonly repository: ProfilesRepository,
    private readonly users: UsersService,
  ) {}

  /** Presence is made of more than this feature knows: whoever knows it says how to ask. */
  showPresence(presenceOf: PresenceOf): void {
    this.presenceOf = presenceOf;
  }

  /** @throws NOT_FOUND for whoever the caller may not know of */
  async get(caller: Caller, otherId: string): Promise<Profile> {
    const { userId } = caller;
    if (!this.presenceOf) throw new Error('nothing shows presence in profiles');
    await this.requireKnown(caller, otherId);
    const isOther = otherId !== userId;
    const [profile, presence, mutualServers, mutualFriends] = await Promise.all([
      this.users.profile(otherId),
      this.presenceOf(userId, otherId),
      isOther ? this.repository.mutualServers(userId, otherId) : [],
      isOther ? this.repository.mutualFriends(userId, otherId) : [],
    ]);
    if (!profile) throw new ProblemError('NOT_FOUND');
    return { ...profile, presence, mutualServers, mutualFriends: mutualFriends.map(presentUserSummary) };
  }

  /** By the beginning of a name, among those that the caller may know of. */
  async search(caller: Caller, query: string): Promise<UserSummary[]> {
    const found = await this.repository.search(caller.userId, query);
    return found.map(presentUserSummary);
  }

  async lookUp({ userId }: Caller, ids: readonly string[]): Promise<UserSummary[]> {
    const known = await this.repository.known(userId, ids);
    return known.map(presentUserSummary);
  }

  /** Whether somebody may know that another one exists: they share a server or a conversation, or have to do with each other. */
  async mayKnow(userId: string, otherId: string): Promise<boolean> {
    return userId === otherId || this.repository.isAcquainted(userId, otherId);
  }

  /** @throws NOT_FOUND */
  async requireKnown({ userId }: Caller, otherId: string): Promise<void> {
    if (!(await this.mayKnow(userId, otherId))) throw new ProblemError('NOT_FOUND');
  }
}
