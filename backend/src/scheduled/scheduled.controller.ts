import { Controller } from '@nestjs/common';
import {
  deleteScheduled,
  listChannelScheduled,
  listScheduled,
  scheduleMessage,
  sendScheduled,
  updateScheduled,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Limiter } from '../http/limiter.js';
import { ScheduledService } from './scheduled.service.js';

@Controller()
export class ScheduledController {
  constructor(
    private readonly scheduled: ScheduledService,
    private readonly limiter: Limiter,
  ) {}

  @Endpoint(listScheduled)
  async list(_: Input<typeof listScheduled>, caller: Caller) {
    return { scheduled: await this.scheduled.list(caller) };
  }

  @Endpoint(listChannelScheduled)
  async inChannel({ params }: Input<typeof listChannelScheduled>, caller: Caller) {
    return { scheduled: await this.scheduled.inChannel(caller, params.channelId) };
  }

  @Endpoint(scheduleMessage)
  create({ params, body }: Input<typeof scheduleMessage>, caller: Caller) {
    return this.scheduled.create(caller, params.channelId, body);
  }

  @Endpoint(updateScheduled)
  update({ params, body }: Input<typeof updateScheduled>, caller: Caller) {
    return this.scheduled.update(caller, params.scheduledId, body);
  }

  @Endpoint(deleteScheduled)
  async remove({ params }: Input<typeof deleteScheduled>, caller: Caller) {
    await this.scheduled.remove(caller, params.scheduledId);
    return undefined;
  }

  @Endpoint(sendScheduled)
  async send({ params }: Input<typeof sendScheduled>, caller: Caller) {
    await this.limiter.take('send', caller.userId);
    return this.scheduled.sendNow(caller, params.scheduledId);
  }
}
