import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { AppConfig } from '../config/app-config.js';
import { PrismaService } from '../database/prisma.service.js';
import { ProblemError } from '../http/problem.js';
import { LocalSockets } from '../realtime/local-sockets.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

@Injectable()
export class MetricsService {
  private readonly registry = new Registry();

  constructor(
    private readonly config: AppConfig,
    sockets: LocalSockets,
    prisma: PrismaService,
  ) {
    collectDefaultMetrics({ register: this.registry });
    const gauge = (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          this.set(read());
        },
      });
    gauge('hearth_sockets', 'Connected sockets of this node', () => sockets.all().length);
    gauge('hearth_database_connections_waiting', 'Queries that wait for a connection', () => prisma.pool.waitingCount);
  }

  readonly contentType = this.registry.contentType;

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** With METRICS_TOKEN whoever shows it; without, only this machine, not through a proxy. @throws NOT_FOUND */
  require(request: Request): void {
    const { metricsToken } = this.config;
    const allowed = metricsToken ? isToken(request.headers.authorization, metricsToken) : isThisMachine(request);
    if (!allowed) throw new ProblemError('NOT_FOUND');
  }
}

const isThisMachine = (request: Request): boolean =>
  LOOPBACK.has(request.socket.remoteAddress ?? '') &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined;

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
