import { Controller } from '@nestjs/common';
import { createReport, getReport, listReports, updateReport, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { ReportsService } from './reports.service.js';

@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Endpoint(createReport)
  create({ body }: Input<typeof createReport>, caller: Caller) {
    return this.reports.create(caller, body);
  }

  @Endpoint(listReports)
  list({ params, query }: Input<typeof listReports>, caller: Caller) {
    return this.reports.list(caller, params.serverId, query);
  }

  @Endpoint(getReport)
  get({ params }: Input<typeof getReport>, caller: Caller) {
    return this.reports.get(caller, params.serverId, params.reportId);
  }

  @Endpoint(updateReport)
  update({ params, body }: Input<typeof updateReport>, caller: Caller) {
    return this.reports.update(caller, params.serverId, params.reportId, body);
  }
}
