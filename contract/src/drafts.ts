import * as z from 'zod';
import { id, timestamp } from './ids.js';
import { limits } from './limits.js';
import { noContent, route } from './route.js';
import { longText } from './text.js';

export const draft = z
  .object({
    channelId: id,
    content: z.string(),
    replyToId: id.nullable(),
    /** Only grows; of two, the later one holds. */
    updatedAt: timestamp,
  })
  .meta({ id: 'Draft', description: 'What somebody has written in a channel and not sent. With empty `content`: nothing any more' });
export type Draft = z.infer<typeof draft>;

const tag = 'drafts';
const channelParams = z.object({ channelId: id });

export const listDrafts = route({
  method: 'GET',
  path: '/users/me/drafts',
  tag,
  summary: 'Own drafts in channels that the caller may see, the newest first',
  response: z.object({ drafts: z.array(draft) }),
});

export const saveDraft = route({
  method: 'PUT',
  path: '/channels/:channelId/draft',
  tag,
  summary: `Keep what is written in a channel; without text it is deleted. Up to ${limits.draftsPerUser} for each user`,
  params: channelParams,
  body: z.object({ content: longText(0, limits.content), replyToId: id.nullish() }).meta({ id: 'SaveDraft' }),
  response: draft,
  errors: ['NOT_FOUND', 'LIMIT_REACHED'],
});

export const deleteDraft = route({
  method: 'DELETE',
  path: '/channels/:channelId/draft',
  tag,
  summary: 'Delete what is written in a channel',
  params: channelParams,
  response: noContent,
  errors: ['NOT_FOUND'],
});

export const draftRoutes = { listDrafts, saveDraft, deleteDraft };
