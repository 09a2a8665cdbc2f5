import type { adminRoutes } from '@hearth/contract';
import type { RouteRows } from '../row.js';
import { attachment } from './files.js';

// A job that was given up takes seconds to make: that there is none is found out after the permission.
const job = { scope: 'admin', accepts: ['NOT_FOUND'], request: () => ({ params: { queue: 'hearth' as const, jobId: 'none/0' } }) } as const;

export const adminRows: RouteRows<typeof adminRoutes> = {
  getAdminSettings: { scope: 'admin' },
  updateAdminSettings: { scope: 'admin', request: () => ({ body: { maxFileBytes: 100 * 1_024 * 1_024 } }) },
  getAdminStorage: { scope: 'admin' },
  listAdminFiles: { scope: 'admin', request: () => ({ query: { state: 'quarantined' as const } }) },
  deleteAdminFile: [
    {
      as: 'before it is sent',
      scope: 'admin',
      request: async (scene) => ({ params: { fileId: await attachment(scene, { owner: scene.target }) } }),
    },
    {
      as: 'of a message that the admin does not see',
      scope: 'admin',
      request: async (scene) => ({
        params: { fileId: await attachment(scene, { owner: scene.target, messageId: await scene.message({ author: scene.target }) }) },
      }),
    },
  ],
  listJobs: { scope: 'admin' },
  retryJob: job,
  deleteJob: job,
  listAdminLog: { scope: 'admin', request: () => ({ query: {} }) },
};
