import { Controller } from '@nestjs/common';
import {
  createAutoModRule,
  deleteAutoModRule,
  endRaid,
  listAutoModRules,
  testAutoModRule,
  updateAutoModRule,
  type Input,
} from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AutoModService } from './automod.service.js';
import { RaidsService } from './raids/raids.service.js';

@Controller()
export class AutoModController {
  constructor(
    private readonly autoMod: AutoModService,
    private readonly raids: RaidsService,
  ) {}

  @Endpoint(listAutoModRules)
  list({ params }: Input<typeof listAutoModRules>, caller: Caller) {
    return this.autoMod.list(caller, params.serverId);
  }

  @Endpoint(createAutoModRule)
  create({ params, body }: Input<typeof createAutoModRule>, caller: Caller) {
    return this.autoMod.create(caller, params.serverId, body);
  }

  @Endpoint(updateAutoModRule)
  update({ params, body }: Input<typeof updateAutoModRule>, caller: Caller) {
    return this.autoMod.update(caller, params.serverId, params.ruleId, body);
  }

  @Endpoint(deleteAutoModRule)
  async remove({ params }: Input<typeof deleteAutoModRule>, caller: Caller) {
    await this.autoMod.remove(caller, params.serverId, params.ruleId);
    return undefined;
  }

  @Endpoint(testAutoModRule)
  test({ params, body }: Input<typeof testAutoModRule>, caller: Caller) {
    return this.autoMod.test(caller, params.serverId, body.trigger, body.content);
  }

  @Endpoint(endRaid)
  async endRaid({ params }: Input<typeof endRaid>, caller: Caller) {
    await this.raids.end(caller, params.serverId);
    return undefined;
  }
}
