import { Controller } from '@nestjs/common';
import { createThread, joinThread, leaveThread, listThreadMembers, listThreads, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Limiter } from '../http/limiter.js';
import { ThreadOpeningService } from './thread-opening.service.js';
import { ThreadsService } from './threads.service.js';

@Controller()
export class ThreadsController {
  constructor(
    private readonly threads: ThreadsService,
    private readonly opening: ThreadOpeningService,
    private readonly limiter: Limiter,
  ) {}

  @Endpoint(createThread)
  async create({ params, body }: Input<typeof createThread>, caller: Caller) {
    await this.limiter.take('send', caller.userId);
    return this.opening.open(caller, params.channelId, body);
  }

  @Endpoint(listThreads)
  list({ params, query }: Input<typeof listThreads>, caller: Caller) {
    return this.threads.list(caller, params.channelId, query);
  }

  @Endpoint(joinThread)
  async join({ params }: Input<typeof joinThread>, caller: Caller) {
    await this.threads.join(caller, params.channelId);
    return undefined;
  }

  @Endpoint(leaveThread)
  async leave({ params }: Input<typeof leaveThread>, caller: Caller) {
    await this.threads.leave(caller, params.channelId);
    return undefined;
  }

  @Endpoint(listThreadMembers)
  members({ params, query }: Input<typeof listThreadMembers>, caller: Caller) {
    return this.threads.members(caller, params.channelId, query);
  }
}
