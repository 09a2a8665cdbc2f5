import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.js';
import { ProfilesController } from './profiles/profiles.controller.js';
import { ProfilesRepository } from './profiles/profiles.repository.js';
import { ProfilesService } from './profiles/profiles.service.js';
import { RelationshipChanges } from './relationship-changes.js';
import { RelationshipsController } from './relationships.controller.js';
import { RelationshipsRepository } from './relationships.repository.js';
import { RelationshipsService } from './relationships.service.js';

@Module({
  // Those of UsersModule come first: `/users/:userId` would take the `me` of `/users/me` for an id.
  imports: [UsersModule],
  controllers: [RelationshipsController, ProfilesController],
  providers: [RelationshipsRepository, RelationshipChanges, RelationshipsService, ProfilesRepository, ProfilesService],
  exports: [RelationshipsService, ProfilesService],
})
export class RelationshipsModule {}
