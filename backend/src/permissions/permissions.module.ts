import { Global, Module } from '@nestjs/common';
import { AccessCache } from './access-cache.js';
import { PermissionsRepository } from './permissions.repository.js';
import { PermissionsService } from './permissions.service.js';

@Global()
@Module({
  providers: [PermissionsRepository, AccessCache, PermissionsService],
  exports: [PermissionsService],
})
export class PermissionsModule {}
