import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { UsersModule } from '../../users/users.module.js';
import { ServersModule } from '../servers.module.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { OwnershipRepository } from './ownership.repository.js';
import { OwnershipService } from './ownership.service.js';

@Module({
  // Before its own: `members/me` of the servers is to be found before `members/:userId`.
  imports: [ServersModule, AuditLogModule, UsersModule],
  controllers: [MembersController],
  providers: [MembersRepository, MembersService, OwnershipRepository, OwnershipService],
  exports: [MembersService, OwnershipService],
})
export class MembersModule {}
