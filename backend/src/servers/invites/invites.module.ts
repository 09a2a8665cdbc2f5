import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { ScreeningModule } from '../screening/screening.module.js';
import { ServersModule } from '../servers.module.js';
import { InvitesController } from './invites.controller.js';
import { InvitesRepository } from './invites.repository.js';
import { InvitesService } from './invites.service.js';

@Module({
  imports: [ServersModule, ScreeningModule, AuditLogModule],
  controllers: [InvitesController],
  providers: [InvitesRepository, InvitesService],
  exports: [InvitesService],
})
export class InvitesModule {}
