import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { OverwritesModule } from '../../channels/overwrites/overwrites.module.js';
import { BulkDeleteModule } from '../../messages/bulk-delete/bulk-delete.module.js';
import { BansModule } from '../../servers/bans/bans.module.js';
import { InvitesModule } from '../../servers/invites/invites.module.js';
import { MembersModule } from '../../servers/members/members.module.js';
import { RolesModule } from '../../servers/roles/roles.module.js';
import { ServersModule } from '../../servers/servers.module.js';
import { UsersModule } from '../../users/users.module.js';
import { IncidentRunner } from './incident-runner.js';
import { IncidentSteps } from './incident-steps.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentsRepository } from './incidents.repository.js';
import { IncidentsService } from './incidents.service.js';
import { Reverts } from './reverts.js';

@Module({
  imports: [
    AuditLogModule,
    UsersModule,
    ServersModule,
    RolesModule,
    MembersModule,
    BansModule,
    InvitesModule,
    OverwritesModule,
    BulkDeleteModule,
  ],
  controllers: [IncidentsController],
  providers: [IncidentsRepository, Reverts, IncidentSteps, IncidentRunner, IncidentsService],
})
export class IncidentsModule {}
