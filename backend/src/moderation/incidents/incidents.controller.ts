import { Controller } from '@nestjs/common';
import { createIncident, getIncident, listIncidentEvidence, listIncidents, previewIncident, type Input } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { Endpoint } from '../../http/endpoint.decorator.js';
import { IncidentsService } from './incidents.service.js';

@Controller()
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Endpoint(previewIncident)
  preview({ params, body }: Input<typeof previewIncident>, caller: Caller) {
    return this.incidents.preview(caller, params.serverId, body);
  }

  @Endpoint(createIncident)
  create({ params, body }: Input<typeof createIncident>, caller: Caller) {
    return this.incidents.create(caller, params.serverId, body);
  }

  @Endpoint(listIncidents)
  list({ params, query }: Input<typeof listIncidents>, caller: Caller) {
    return this.incidents.list(caller, params.serverId, query);
  }

  @Endpoint(getIncident)
  get({ params }: Input<typeof getIncident>, caller: Caller) {
    return this.incidents.get(caller, params.serverId, params.incidentId);
  }

  @Endpoint(listIncidentEvidence)
  evidence({ params, query }: Input<typeof listIncidentEvidence>, caller: Caller) {
    return this.incidents.evidence(caller, params.serverId, params.incidentId, query);
  }
}
