import { Injectable } from '@nestjs/common';
import type { ClientPayload } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { OnEvent } from '../realtime/on-event.decorator.js';
import { MemberListService } from './member-list.service.js';

@Injectable()
export class MemberListGateway {
  constructor(private readonly members: MemberListService) {}

  @OnEvent('server:subscribe')
  subscribe(caller: Caller, part: ClientPayload<'server:subscribe'>, socketId: string) {
    return this.members.watch(caller, socketId, part);
  }
}
