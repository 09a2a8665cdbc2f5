import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { HealthController } from './health.controller.js';
import { HealthRepository } from './health.repository.js';
import { HealthService } from './health.service.js';
import { MetricsService } from './metrics.service.js';

@Module({
  imports: [FilesModule],
  controllers: [HealthController],
  providers: [HealthRepository, HealthService, MetricsService],
})
export class HealthModule {}
