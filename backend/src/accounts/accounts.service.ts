import { Injectable } from '@nestjs/common';
import type { Input, deleteMe } from '@hearth/contract';
import { AuthService } from '../auth/auth.service.js';
import { SessionsService } from '../auth/sessions/sessions.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { UsersService } from '../users/users.service.js';
import { AccountErasure } from './account-erasure.js';
import { AccountsRepository } from './accounts.repository.js';

@Injectable()
export class AccountsService {
  constructor(
    private readonly repository: AccountsRepository,
    private readonly erasure: AccountErasure,
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
  ) {}

  /**
   * At once nobody can sign in to it, and others see that it is gone. What goes with it goes in the background.
   *
   * @throws PASSWORD_WRONG, OWNS_SERVERS, LAST_ADMIN, RATE_LIMITED after too many wrong passwords
   */
  async delete(caller: Caller, { password, deleteMessages }: Input<typeof deleteMe>['body']): Promise<void> {
    await this.auth.confirmPassword(caller, password);
    const obstacle = await this.repository.mark(caller.userId, deleteMessages);
    if (obstacle) throw new ProblemError(obstacle);
    await this.sessions.endAll(caller.userId);
    await this.users.tellRenamed(caller.userId);
    await this.erasure.begin(caller.userId);
  }
}
