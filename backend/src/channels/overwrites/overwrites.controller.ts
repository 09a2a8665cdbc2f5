import { Controller } from '@nestjs/common';
import {
  deleteOverwrite,
  explainChannelPermissions,
  explainServerPermissions,
  previewOverwrites,
  replaceOverwrites,
  setOverwrite,
  syncOverwrites,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { ExplainerService } from './explainer.service.js';
import { OverwritesService } from './overwrites.service.js';
import { OverwritesPreviewService } from './preview.service.js';

@Controller()
export class OverwritesController {
  constructor(
    private readonly overwrites: OverwritesService,
    private readonly previews: OverwritesPreviewService,
    private readonly explainer: ExplainerService,
  ) {}

  @Endpoint(replaceOverwrites)
  replace({ params, body }: Input<typeof replaceOverwrites>, caller: Caller) {
    return this.overwrites.replace(caller, params.channelId, body);
  }

  @Endpoint(syncOverwrites)
  sync({ params, query }: Input<typeof syncOverwrites>, caller: Caller) {
    return this.overwrites.sync(caller, params.channelId, query.reason);
  }

  @Endpoint(previewOverwrites)
  preview({ params, body }: Input<typeof previewOverwrites>, caller: Caller) {
    return this.previews.preview(caller, params.channelId, body.overwrites);
  }

  @Endpoint(setOverwrite)
  set({ params, body: { reason, ...bits } }: Input<typeof setOverwrite>, caller: Caller) {
    return this.overwrites.set(caller, params.channelId, { ...bits, targetId: params.targetId }, reason);
  }

  @Endpoint(deleteOverwrite)
  async remove({ params, query }: Input<typeof deleteOverwrite>, caller: Caller) {
    await this.overwrites.remove(caller, params.channelId, params.targetId, query.reason);
    return undefined;
  }

  @Endpoint(explainChannelPermissions)
  explainChannel({ params }: Input<typeof explainChannelPermissions>, caller: Caller) {
    return this.explainer.inChannel(caller, params.channelId, params.userId);
  }

  @Endpoint(explainServerPermissions)
  explainServer({ params }: Input<typeof explainServerPermissions>, caller: Caller) {
    return this.explainer.inServer(caller, params.serverId, params.userId);
  }
}
