import { Injectable } from '@nestjs/common';
import type { Server } from '@hearth/contract';
import { AuthService } from '../../auth/auth.service.js';
import type { Caller } from '../../http/caller.js';
import { OwnershipService } from '../../servers/members/ownership.service.js';

@Injectable()
export class TransferService {
  constructor(
    private readonly ownership: OwnershipService,
    private readonly auth: AuthService,
  ) {}

  /** @throws NOT_FOUND, MISSING_PERMISSION, PASSWORD_WRONG, RATE_LIMITED, CONFLICT */
  async transfer(caller: Caller, serverId: string, { userId, password }: { userId: string; password: string }): Promise<Server> {
    await this.ownership.requireOwner(caller, serverId);
    await this.auth.confirmPassword(caller, password);
    return this.ownership.transfer(caller, serverId, userId);
  }
}
