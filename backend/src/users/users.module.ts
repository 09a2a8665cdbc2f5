import { Module } from '@nestjs/common';
import { SettingsController } from './settings/settings.controller.js';
import { SettingsRepository } from './settings/settings.repository.js';
import { SettingsService } from './settings/settings.service.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  controllers: [SettingsController, UsersController],
  providers: [UsersRepository, UsersService, SettingsRepository, SettingsService],
  exports: [UsersService],
})
export class UsersModule {}
