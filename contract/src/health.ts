import * as z from 'zod';
import { route } from './route.js';

export const health = z
  .object({
    status: z.enum(['ok', 'error']),
    checks: z.record(z.string(), z.enum(['up', 'down'])),
  })
  .meta({ id: 'Health' });

const tag = 'operations';

export const getLive = route({
  method: 'GET',
  path: '/health/live',
  tag,
  summary: 'The process runs; also at the root',
  auth: 'public',
  response: health,
});

export const getReady = route({
  method: 'GET',
  path: '/health/ready',
  tag,
  summary: 'Database, Redis, disk and storage of files answer; 503 otherwise; also at the root',
  auth: 'public',
  response: health,
});

export const getMetrics = route({
  method: 'GET',
  path: '/metrics',
  tag,
  summary: 'Prometheus text; with METRICS_TOKEN as a bearer token where that is set, else from this machine only; also at the root',
  auth: 'public',
  response: z.string(),
  errors: ['NOT_FOUND'],
});

export const healthRoutes = { getLive, getReady, getMetrics };
