import { Controller } from '@nestjs/common';
import { deleteOwnFile, getOwnStorage, getServerStorage, listOwnFiles, listServerFiles, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { OwnStorageService } from './own-storage.service.js';
import { ServerStorageService } from './server-storage.service.js';

@Controller()
export class StorageUseController {
  constructor(
    private readonly own: OwnStorageService,
    private readonly servers: ServerStorageService,
  ) {}

  @Endpoint(getOwnStorage)
  getOwn(_: Input<typeof getOwnStorage>, caller: Caller) {
    return this.own.use(caller);
  }

  @Endpoint(listOwnFiles)
  listOwn({ query }: Input<typeof listOwnFiles>, caller: Caller) {
    return this.own.list(caller, query);
  }

  @Endpoint(deleteOwnFile)
  async deleteOwn({ params }: Input<typeof deleteOwnFile>, caller: Caller) {
    await this.own.remove(caller, params.fileId);
    return undefined;
  }

  @Endpoint(getServerStorage)
  getOfServer({ params }: Input<typeof getServerStorage>, caller: Caller) {
    return this.servers.use(caller, params.serverId);
  }

  @Endpoint(listServerFiles)
  listOfServer({ params, query }: Input<typeof listServerFiles>, caller: Caller) {
    return this.servers.list(caller, params.serverId, query);
  }
}
