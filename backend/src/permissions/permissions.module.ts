import { Global, Module } from '@nestjs/common';
import { AccessCache } from './access-cache.js';
import { PermissionsRepository } from './permissions.repository.js';
import { PermissionsService } from './permissions.service.js';
import { Placements } from './placements.js';

@Global()
@Module({
  providers: [PermissionsRepository, AccessCache, Placements, PermissionsService],
  exports: [PermissionsService],
})
export class PermissionsModule {}
