import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { MemberRolesService } from './member-roles.service.js';
import { RolesController } from './roles.controller.js';
import { RolesRepository } from './roles.repository.js';
import { RolesService } from './roles.service.js';

@Module({
  imports: [AuditLogModule],
  controllers: [RolesController],
  providers: [RolesRepository, RolesService, MemberRolesService],
  exports: [RolesService, MemberRolesService],
})
export class RolesModule {}
