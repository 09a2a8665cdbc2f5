import { Controller } from '@nestjs/common';
import { deleteDraft, listDrafts, saveDraft, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { DraftsService } from './drafts.service.js';

@Controller()
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Endpoint(listDrafts)
  async list(_input: Input<typeof listDrafts>, caller: Caller) {
    return { drafts: await this.drafts.list(caller) };
  }

  @Endpoint(saveDraft)
  save({ params, body }: Input<typeof saveDraft>, caller: Caller) {
    return this.drafts.save(caller, params.channelId, body);
  }

  @Endpoint(deleteDraft)
  async remove({ params }: Input<typeof deleteDraft>, caller: Caller) {
    await this.drafts.remove(caller, params.channelId);
    return undefined;
  }
}
