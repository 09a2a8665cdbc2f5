import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { MembersModule } from '../../servers/members/members.module.js';
import { OwnershipController } from './ownership.controller.js';
import { TransferService } from './transfer.service.js';

@Module({
  imports: [AuthModule, MembersModule],
  controllers: [OwnershipController],
  providers: [TransferService],
})
export class OwnershipModule {}
