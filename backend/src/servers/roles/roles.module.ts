import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { ChannelsModule } from '../../channels/channels.module.js';
import { MemberRolesService } from './member-roles.service.js';
import { RoleRestorationService } from './role-restoration.service.js';
import { RolesController } from './roles.controller.js';
import { RolesRepository } from './roles.repository.js';
import { RolesService } from './roles.service.js';

@Module({
  imports: [AuditLogModule, ChannelsModule],
  controllers: [RolesController],
  providers: [RolesRepository, RolesService, MemberRolesService, RoleRestorationService],
  exports: [RolesService, MemberRolesService, RoleRestorationService],
})
export class RolesModule {}
