import * as z from 'zod';
import { counter, id, pageLimit, queryInteger, timestamp } from './ids.js';
import { limits } from './limits.js';
import { route } from './route.js';

/** What a message said before it was edited. */
export const messageEdit = z
  .object({
    /** Greater with each edit. */
    number: counter,
    content: z.string(),
    writtenAt: timestamp,
  })
  .meta({ id: 'MessageEdit' });
export type MessageEdit = z.infer<typeof messageEdit>;

export const listEdits = route({
  method: 'GET',
  path: '/messages/:messageId/history',
  tag: 'messages',
  summary: `What a message said before, the last first, up to ${limits.editsPerMessage}: in a DM or group for everybody there, in a server for its author and with MANAGE_MESSAGES`,
  params: z.object({ messageId: id }),
  query: z.object({ before: queryInteger(0, 2_147_483_647).optional(), limit: pageLimit }),
  response: z.object({ edits: z.array(messageEdit), hasMore: z.boolean() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const editRoutes = { listEdits };
