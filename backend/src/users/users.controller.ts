import { Controller } from '@nestjs/common';
import { getMe, updateMe, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { UsersService } from './users.service.js';

@Controller()
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Endpoint(getMe)
  me(_: Input<typeof getMe>, caller: Caller) {
    return this.users.me(caller);
  }

  @Endpoint(updateMe)
  updateMe({ body }: Input<typeof updateMe>, caller: Caller) {
    return this.users.updateMe(caller, body);
  }
}
