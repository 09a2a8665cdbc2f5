import * as z from 'zod';
import { id } from './ids.js';
import { file, route } from './route.js';

/** What is kept of a file. `picture`: as it is shown; `still`: the first frame of one that moves. */
export const fileVariant = z.enum(['picture', 'still']).meta({ id: 'FileVariant' });
export type FileVariant = z.infer<typeof fileVariant>;

export const getFile = route({
  method: 'GET',
  path: '/files/:fileId/:variant',
  tag: 'files',
  summary: 'A file; beside the access token the cookie of signing in shows who asks, so that a page can show it',
  auth: 'file',
  limit: 'file',
  params: z.object({ fileId: id, variant: fileVariant }),
  response: file,
  errors: ['NOT_FOUND'],
});

export const fileRoutes = { getFile };
