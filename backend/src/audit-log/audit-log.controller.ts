import { Controller } from '@nestjs/common';
import { listAuditLog, listAuditLogActors, type Input } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AuditLogService } from './audit-log.service.js';

@Controller()
export class AuditLogController {
  constructor(private readonly auditLog: AuditLogService) {}

  @Endpoint(listAuditLog)
  list({ params, query }: Input<typeof listAuditLog>, caller: Caller) {
    return this.auditLog.list(caller, params.serverId, query);
  }

  @Endpoint(listAuditLogActors)
  async actors({ params, query }: Input<typeof listAuditLogActors>, caller: Caller) {
    return { actors: await this.auditLog.actors(caller, params.serverId, query.query) };
  }
}
