import { Controller } from '@nestjs/common';
import { hideMessage, listMarks, listStarred, showMessage, starMessage, unstarMessage, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { MarksService } from './marks.service.js';

@Controller()
export class MarksController {
  constructor(private readonly marks: MarksService) {}

  @Endpoint(starMessage)
  star({ params }: Input<typeof starMessage>, caller: Caller) {
    return this.marks.set(caller, params.messageId, 'starred');
  }

  @Endpoint(unstarMessage)
  unstar({ params }: Input<typeof unstarMessage>, caller: Caller) {
    return this.marks.clear(caller, params.messageId, 'starred');
  }

  @Endpoint(hideMessage)
  hide({ params }: Input<typeof hideMessage>, caller: Caller) {
    return this.marks.set(caller, params.messageId, 'hidden');
  }

  @Endpoint(showMessage)
  show({ params }: Input<typeof showMessage>, caller: Caller) {
    return this.marks.clear(caller, params.messageId, 'hidden');
  }

  @Endpoint(listStarred)
  starred({ query }: Input<typeof listStarred>, caller: Caller) {
    return this.marks.starred(caller, query);
  }

  @Endpoint(listMarks)
  async recent(_input: Input<typeof listMarks>, caller: Caller) {
    return { marks: await this.marks.recent(caller) };
  }
}
