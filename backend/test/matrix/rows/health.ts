import type { healthRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';

export const healthRows: RouteRows<typeof healthRoutes> = {
  getLive: { scope: 'public' },
  getReady: { scope: 'public' },
  // Without METRICS_TOKEN it is for this machine, which is where the tests call from.
  getMetrics: { scope: 'public' },
};
