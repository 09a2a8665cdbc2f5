import { Controller } from '@nestjs/common';
import { transferServer, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { TransferService } from './transfer.service.js';

@Controller()
export class OwnershipController {
  constructor(private readonly transfers: TransferService) {}

  @Endpoint(transferServer)
  transfer({ params, body }: Input<typeof transferServer>, caller: Caller) {
    return this.transfers.transfer(caller, params.serverId, body);
  }
}
