import * as z from 'zod';
import { channel } from './channels.js';
import { id } from './ids.js';
import { limits } from './limits.js';
import { route } from './route.js';
import { nameText } from './text.js';

const tagInput = z.object({
  /** Left out: a new one. */
  id: id.optional(),
  name: nameText(1, limits.tagName),
  emoji: nameText(1, limits.tagEmoji).nullish(),
  moderated: z.boolean().default(false),
});

const unique = (values: readonly string[]) => new Set(values).size === values.length;

export const setForumTags = route({
  method: 'PUT',
  path: '/channels/:channelId/tags',
  tag: 'threads',
  summary: 'Set the tags of a forum in their order; posts lose those that are not among them any more',
  params: z.object({ channelId: id }),
  body: z
    .object({
      tags: z
        .array(tagInput)
        .max(limits.tagsPerForum)
        .refine((tags) => unique(tags.flatMap((each) => each.id ?? [])), { error: 'must name each once' })
        .refine((tags) => unique(tags.map(({ name }) => name.toLowerCase())), { error: 'must have a name each' }),
    })
    .meta({ id: 'SetForumTags' }),
  response: channel,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const forumRoutes = { setForumTags };
