import { Controller } from '@nestjs/common';
import { deleteMe, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AccountsService } from './accounts.service.js';

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Endpoint(deleteMe)
  async delete({ body }: Input<typeof deleteMe>, caller: Caller) {
    await this.accounts.delete(caller, body);
    return undefined;
  }
}
