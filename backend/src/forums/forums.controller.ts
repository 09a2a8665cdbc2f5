import { Controller } from '@nestjs/common';
import { setForumTags, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ForumsService } from './forums.service.js';

@Controller()
export class ForumsController {
  constructor(private readonly forums: ForumsService) {}

  @Endpoint(setForumTags)
  setTags({ params, body }: Input<typeof setForumTags>, caller: Caller) {
    return this.forums.setTags(caller, params.channelId, body.tags);
  }
}
