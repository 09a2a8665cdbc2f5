import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { FilesModule } from '../files/files.module.js';
import { InvitesModule } from '../servers/invites/invites.module.js';
import { ServersModule } from '../servers/servers.module.js';
import { UsersModule } from '../users/users.module.js';
import { OwnPicturesService } from './own-pictures.service.js';
import { PicturesController } from './pictures.controller.js';
import { PicturesRepository } from './pictures.repository.js';
import { PicturesService } from './pictures.service.js';
import { ServerPicturesService } from './server-pictures.service.js';

@Module({
  imports: [AuditLogModule, FilesModule, InvitesModule, ServersModule, UsersModule],
  controllers: [PicturesController],
  providers: [PicturesRepository, PicturesService, OwnPicturesService, ServerPicturesService],
})
export class PicturesModule {}
