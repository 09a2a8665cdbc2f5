import { Controller } from '@nestjs/common';
import { deleteReminder, listReminders, setReminder, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { RemindersService } from './reminders.service.js';

@Controller()
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Endpoint(listReminders)
  async list(_: Input<typeof listReminders>, caller: Caller) {
    return { reminders: await this.reminders.list(caller) };
  }

  @Endpoint(setReminder)
  set({ params, body }: Input<typeof setReminder>, caller: Caller) {
    return this.reminders.set(caller, params.messageId, body.remindAt);
  }

  @Endpoint(deleteReminder)
  async remove({ params }: Input<typeof deleteReminder>, caller: Caller) {
    await this.reminders.remove(caller, params.reminderId);
    return undefined;
  }
}
