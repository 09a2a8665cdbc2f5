import { Controller } from '@nestjs/common';
import { getSettings, updateSettings, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { SettingsService } from './settings.service.js';

@Controller()
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Endpoint(getSettings)
  get(_: Input<typeof getSettings>, caller: Caller) {
    return this.settings.of(caller.userId);
  }

  @Endpoint(updateSettings)
  update({ body }: Input<typeof updateSettings>, caller: Caller) {
    return this.settings.update(caller, body);
  }
}
