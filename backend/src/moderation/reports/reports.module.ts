import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { FilesModule } from '../../files/files.module.js';
import { MessagesModule } from '../../messages/messages.module.js';
import { RelationshipsModule } from '../../relationships/relationships.module.js';
import { ServersModule } from '../../servers/servers.module.js';
import { UsersModule } from '../../users/users.module.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [FilesModule, MessagesModule, RelationshipsModule, ServersModule, UsersModule, AuditLogModule],
  controllers: [ReportsController],
  providers: [ReportsRepository, ReportsService],
})
export class ReportsModule {}
