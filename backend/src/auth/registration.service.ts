import { Injectable } from '@nestjs/common';
import type { Input, register } from '@hearth/contract';
import { AppConfig } from '../config/app-config.js';
import { isUniqueViolation } from '../database/database-errors.js';
import type { Transaction } from '../database/prisma.service.js';
import { Snowflakes } from '../database/snowflakes.js';
import { Limiter } from '../http/limiter.js';
import { ProblemError } from '../http/problem.js';
import { InvitesService } from '../servers/invites/invites.service.js';
import { ServersService } from '../servers/servers.service.js';
import { AuthRepository } from './auth.repository.js';
import { InstallationService } from './installation/installation.service.js';
import { Passwords } from './passwords.js';

export type Registration = Input<typeof register>['body'];

@Injectable()
export class RegistrationService {
  constructor(
    private readonly repository: AuthRepository,
    private readonly installation: InstallationService,
    private readonly invites: InvitesService,
    private readonly servers: ServersService,
    private readonly passwords: Passwords,
    private readonly limiter: Limiter,
    private readonly snowflakes: Snowflakes,
    private readonly config: AppConfig,
  ) {}

  /**
   * Makes an account and returns its id. All or nothing: with an invite the account is in its server, with the set-up token it is the
   * admin.
   *
   * @param address of the caller, which is limited
   * @throws SETUP_TOKEN_INVALID, REGISTRATION_CLOSED, INVITE_REQUIRED, INVITE_INVALID, USERNAME_TAKEN, RATE_LIMITED
   */
  async register(input: Registration, address: string): Promise<string> {
    await this.limiter.take('registrationPerAddress', address);
    await this.requireAdmission(input);
    const userId = this.snowflakes.next();
    const passwordHash = await this.passwords.hash(input.password);
    const serverId = await this.commit(input, userId, passwordHash);
    if (serverId) await this.servers.welcome(userId, serverId);
    return userId;
  }

  /** Before a password is hashed for somebody who may not register. The transaction decides. */
  private async requireAdmission({ setupToken, inviteCode }: Registration): Promise<void> {
    if (setupToken !== undefined) return this.installation.requireSetupToken(setupToken);
    if (this.config.registration === 'closed') throw new ProblemError('REGISTRATION_CLOSED');
    if (inviteCode !== undefined) await this.invites.requireUsable(inviteCode);
    else if (this.config.registration === 'invite') throw new ProblemError('INVITE_REQUIRED');
  }

  private async commit(input: Registration, userId: string, passwordHash: string): Promise<string | null> {
    try {
      return await this.repository.transaction((transaction) => this.store(transaction, input, userId, passwordHash));
    } catch (fault) {
      throw isUniqueViolation(fault) ? new ProblemError('USERNAME_TAKEN') : fault;
    }
  }

  /** Returns the id of the server that the invite led to. */
  private async store(transaction: Transaction, input: Registration, userId: string, passwordHash: string): Promise<string | null> {
    const { username, displayName = username, email, setupToken, inviteCode } = input;
    const isAdmin = setupToken !== undefined;
    if (isAdmin) await this.installation.completeSetup(transaction);
    await this.repository.insert(transaction, {
      id: userId,
      username,
      displayName,
      passwordHash,
      email: email?.toLowerCase() ?? null,
      isAdmin,
    });
    if (inviteCode === undefined) return null;
    const { serverId } = await this.invites.accept(transaction, inviteCode, userId);
    return serverId;
  }
}
