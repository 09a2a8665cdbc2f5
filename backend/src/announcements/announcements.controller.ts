import { Controller } from '@nestjs/common';
import { followChannel, listFollowed, listFollowers, publishMessage, unfollowChannel, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AnnouncementsService } from './announcements.service.js';

@Controller()
export class AnnouncementsController {
  constructor(private readonly announcements: AnnouncementsService) {}

  @Endpoint(publishMessage)
  publish({ params }: Input<typeof publishMessage>, caller: Caller) {
    return this.announcements.publish(caller, params.messageId);
  }

  @Endpoint(listFollowers)
  followers({ params, query }: Input<typeof listFollowers>, caller: Caller) {
    return this.announcements.followers(caller, params.channelId, query);
  }

  @Endpoint(followChannel)
  follow({ params, body }: Input<typeof followChannel>, caller: Caller) {
    return this.announcements.follow(caller, params.channelId, body.targetId);
  }

  @Endpoint(unfollowChannel)
  async unfollow({ params, query }: Input<typeof unfollowChannel>, caller: Caller) {
    await this.announcements.unfollow(caller, params.sourceId, params.targetId, query.reason);
    return undefined;
  }

  @Endpoint(listFollowed)
  async followed({ params }: Input<typeof listFollowed>, caller: Caller) {
    return { following: await this.announcements.followed(caller, params.channelId) };
  }
}
