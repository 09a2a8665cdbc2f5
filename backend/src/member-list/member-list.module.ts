import { Module } from '@nestjs/common';
import { PresenceModule } from '../presence/presence.module.js';
import { MemberListGateway } from './member-list.gateway.js';
import { MemberListRepository } from './member-list.repository.js';
import { MemberListService } from './member-list.service.js';
import { MemberReader } from './member-reader.js';

@Module({
  imports: [PresenceModule],
  providers: [MemberListRepository, MemberReader, MemberListService, MemberListGateway],
})
export class MemberListModule {}
