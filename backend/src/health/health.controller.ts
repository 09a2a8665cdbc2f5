import { Controller } from '@nestjs/common';
import { getLive, getMetrics, getReady, type Input } from '@hearth/contract';
import type { Exchange } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { HealthService } from './health.service.js';
import { MetricsService } from './metrics.service.js';

@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly metrics: MetricsService,
  ) {}

  @Endpoint(getLive)
  async live() {
    return this.health.live();
  }

  @Endpoint(getReady)
  ready() {
    return this.health.ready();
  }

  @Endpoint(getMetrics)
  read(_input: Input<typeof getMetrics>, _caller: undefined, { request, response }: Exchange) {
    this.metrics.require(request);
    response.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
