import { Controller } from '@nestjs/common';
import { endPoll, listVoters, takeBackVote, vote, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { PollsService } from './polls.service.js';

@Controller()
export class PollsController {
  constructor(private readonly polls: PollsService) {}

  @Endpoint(vote)
  vote({ params, body }: Input<typeof vote>, caller: Caller) {
    return this.polls.vote(caller, params.messageId, body.answers);
  }

  @Endpoint(takeBackVote)
  takeBack({ params }: Input<typeof takeBackVote>, caller: Caller) {
    return this.polls.vote(caller, params.messageId, []);
  }

  @Endpoint(listVoters)
  voters({ params, query }: Input<typeof listVoters>, caller: Caller) {
    return this.polls.voters(caller, params.messageId, query);
  }

  @Endpoint(endPoll)
  end({ params }: Input<typeof endPoll>, caller: Caller) {
    return this.polls.end(caller, params.messageId);
  }
}
