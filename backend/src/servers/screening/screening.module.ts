import { Module } from '@nestjs/common';
import { ScreeningController } from './screening.controller.js';
import { ScreeningRepository } from './screening.repository.js';
import { ScreeningService } from './screening.service.js';

@Module({
  controllers: [ScreeningController],
  providers: [ScreeningRepository, ScreeningService],
  exports: [ScreeningService],
})
export class ScreeningModule {}
