import { Controller } from '@nestjs/common';
import { findByTime, searchEverything, searchMessages, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Limiter } from '../http/limiter.js';
import { SearchService } from './search.service.js';
import { SwitcherService } from './switcher.service.js';

@Controller()
export class SearchController {
  constructor(
    private readonly search: SearchService,
    private readonly switcher: SwitcherService,
    private readonly limiter: Limiter,
  ) {}

  @Endpoint(searchMessages)
  async messages({ query }: Input<typeof searchMessages>, caller: Caller) {
    await this.limiter.take('search', caller.userId);
    return this.search.messagesLike(caller, query);
  }

  @Endpoint(searchEverything)
  everything({ query }: Input<typeof searchEverything>, caller: Caller) {
    return this.switcher.find(caller, query.q);
  }

  @Endpoint(findByTime)
  async seqAt({ params, query }: Input<typeof findByTime>, caller: Caller) {
    return { seq: await this.search.seqAt(caller, params.channelId, query.at) };
  }
}
