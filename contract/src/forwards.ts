import * as z from 'zod';
import { problem } from './errors.js';
import { id } from './ids.js';
import { limits } from './limits.js';
import { content, message, nonce } from './messages.js';
import { route } from './route.js';

/** `problem`: why the message is not there or, where it is, why what was written with it is not. */
export const forwardResult = z
  .object({ channelId: id, message: message.nullable(), problem: problem.nullable() })
  .meta({ id: 'ForwardResult' });
export type ForwardResult = z.infer<typeof forwardResult>;

const different = (ids: string[]) => new Set(ids).size === ids.length;

export const forwardMessage = route({
  method: 'POST',
  path: '/messages/:messageId/forward',
  tag: 'messages',
  summary: `Forward what somebody wrote to up to ${limits.forwardTargets} channels, each for itself; \`content\` is sent after it. The same nonce again sends nothing twice`,
  params: z.object({ messageId: id }),
  body: z
    .object({
      channelIds: z.array(id).min(1).max(limits.forwardTargets).refine(different, { error: 'must not name a channel twice' }),
      content: content.optional(),
      nonce,
    })
    .meta({ id: 'ForwardMessage' }),
  response: z.object({ results: z.array(forwardResult) }),
  status: 200,
  errors: ['NOT_FOUND', 'CONFLICT', 'RATE_LIMITED'],
});

export const forwardRoutes = { forwardMessage };
