import { statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type * as z from 'zod';
import { health } from '@hearth/contract';
import { REDIS } from '../cluster/cluster.module.js';
import type { RedisConnections } from '../cluster/redis-connections.js';
import { AppConfig } from '../config/app-config.js';
import { FilesService } from '../files/files.service.js';
import { ProblemError } from '../http/problem.js';
import { HealthRepository } from './health.repository.js';

type Health = z.input<typeof health>;

const PATIENCE = 2_000;
const MIN_FREE_BYTES = 100 * 1_024 * 1_024;

@Injectable()
export class HealthService {
  constructor(
    private readonly repository: HealthRepository,
    private readonly config: AppConfig,
    private readonly files: FilesService,
    @Inject(REDIS) private readonly redis: RedisConnections | null,
  ) {}

  live(): Health {
    return { status: 'ok', checks: {} };
  }

  /** @throws UNAVAILABLE that names what is down */
  async ready(): Promise<Health> {
    const probes: Record<string, Promise<unknown>> = {
      database: this.repository.ping(),
      disk: this.disk(),
      storage: this.files.probe(),
    };
    if (this.redis) probes['redis'] = this.redis.commands.ping();
    const checks: Health['checks'] = {};
    await Promise.all(Object.entries(probes).map(async ([name, probe]) => (checks[name] = await stateOf(probe))));
    const down = Object.keys(checks).filter((name) => checks[name] === 'down');
    if (down.length === 0) return { status: 'ok', checks };
    throw new ProblemError('UNAVAILABLE', { detail: `Down: ${down.join(', ')}`, errors: down.map((path) => ({ path, message: 'down' })) });
  }

  private async disk(): Promise<void> {
    const { bavail, bsize } = await statfs(this.config.dataDir);
    if (bavail * bsize < MIN_FREE_BYTES) throw new Error('the disk is full');
  }
}

async function stateOf(probe: Promise<unknown>): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'down'>((resolve) => {
    timer = setTimeout(() => resolve('down'), PATIENCE);
  });
  const answer = probe.then(
    () => 'up' as const,
    () => 'down' as const,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
