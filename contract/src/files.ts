import * as z from 'zod';
import { id } from './ids.js';
import { file, route } from './route.js';

/**
 * What is kept of a file. `original`: as it was brought; `thumbnail`, `preview` and `full`: an image, 100, 400 and 1920 pixels at most;
 * `poster`: a frame of a video; `video`, `audio`: one that plays everywhere; `picture`: as it is shown; `still`: the first frame of what moves;
 * `icon`: a small one that does not move, for lists; `motion`: a small one that does.
 */
export const fileVariant = z
  .enum(['original', 'thumbnail', 'preview', 'full', 'poster', 'video', 'audio', 'picture', 'still', 'icon', 'motion'])
  .meta({ id: 'FileVariant' });
export type FileVariant = z.infer<typeof fileVariant>;

export const getFile = route({
  method: 'GET',
  path: '/files/:fileId/:variant',
  tag: 'files',
  summary:
    'A file, also in ranges, images as WebP or AVIF by what is accepted; it may be redirected to an address that works for some minutes. Beside the access token the cookie of signing in shows who asks, so that a page can show it',
  auth: 'file',
  limit: 'file',
  params: z.object({ fileId: id, variant: fileVariant }),
  /** `download`: to be saved, also what could be shown. */
  query: z.object({ download: z.enum(['true', 'false']).default('false') }),
  response: file,
  errors: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const fileRoutes = { getFile };
