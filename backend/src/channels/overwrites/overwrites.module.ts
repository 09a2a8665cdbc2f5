import { Module } from '@nestjs/common';
import { AuditLogModule } from '../../audit-log/audit-log.module.js';
import { UsersModule } from '../../users/users.module.js';
import { ChannelsModule } from '../channels.module.js';
import { ChannelsRepository } from '../channels.repository.js';
import { ExplainerService } from './explainer.service.js';
import { OverwritesController } from './overwrites.controller.js';
import { OverwritesRepository } from './overwrites.repository.js';
import { OverwritesService } from './overwrites.service.js';
import { OverwritesPreviewService } from './preview.service.js';

@Module({
  imports: [ChannelsModule, AuditLogModule, UsersModule],
  controllers: [OverwritesController],
  providers: [OverwritesRepository, ChannelsRepository, OverwritesService, OverwritesPreviewService, ExplainerService],
  exports: [OverwritesService],
})
export class OverwritesModule {}
