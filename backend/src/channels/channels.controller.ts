import { Controller } from '@nestjs/common';
import { createChannel, deleteChannel, getChannel, listChannels, orderChannels, updateChannel, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { ChannelsService } from './channels.service.js';

@Controller()
export class ChannelsController {
  constructor(private readonly channels: ChannelsService) {}

  @Endpoint(listChannels)
  async list({ params }: Input<typeof listChannels>, caller: Caller) {
    return { channels: await this.channels.list(caller, params.serverId) };
  }

  @Endpoint(createChannel)
  create({ params, body }: Input<typeof createChannel>, caller: Caller) {
    return this.channels.create(caller, params.serverId, body);
  }

  @Endpoint(orderChannels)
  async order({ params, body }: Input<typeof orderChannels>, caller: Caller) {
    return { channels: await this.channels.order(caller, params.serverId, body.channels) };
  }

  @Endpoint(getChannel)
  get({ params }: Input<typeof getChannel>, caller: Caller) {
    return this.channels.get(caller, params.channelId);
  }

  @Endpoint(updateChannel)
  update({ params, body }: Input<typeof updateChannel>, caller: Caller) {
    return this.channels.update(caller, params.channelId, body);
  }

  @Endpoint(deleteChannel)
  async remove({ params, query }: Input<typeof deleteChannel>, caller: Caller) {
    await this.channels.remove(caller, params.channelId, query.reason);
    return undefined;
  }
}
