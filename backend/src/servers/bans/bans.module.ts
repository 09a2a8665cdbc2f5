import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { RelationshipsModule } from '../../relationships/relationships.module.js';
import { UsersModule } from '../../users/users.module.js';
import { ServersModule } from '../servers.module.js';
import { BansController } from './bans.controller.js';
import { BansRepository } from './bans.repository.js';
import { BansService } from './bans.service.js';

@Module({
  imports: [ServersModule, AuditLogModule, UsersModule, RelationshipsModule],
  controllers: [BansController],
  providers: [BansRepository, BansService],
  exports: [BansService],
})
export class BansModule {}
