import * as z from 'zod';
import { id, pageLimit, queryInteger } from './ids.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { userPage } from './reactions.js';
import { route } from './route.js';

const tag = 'messages';
const params = z.object({ messageId: id });
const lastAnswer = limits.poll.answers.max;

export const vote = route({
  method: 'PUT',
  path: '/messages/:messageId/poll/votes',
  tag,
  summary: 'Vote in a poll, in place of what the caller voted before; none takes it back. CONFLICT once it has ended',
  params,
  body: z
    .object({
      answers: z
        .array(z.number().int().min(1).max(lastAnswer))
        .max(lastAnswer)
        .refine((answers) => new Set(answers).size === answers.length, { error: 'each once' }),
    })
    .meta({ id: 'Vote' }),
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const takeBackVote = route({
  method: 'DELETE',
  path: '/messages/:messageId/poll/votes',
  tag,
  summary: 'Take back what the caller voted',
  params,
  response: message,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const listVoters = route({
  method: 'GET',
  path: '/messages/:messageId/poll/votes',
  tag,
  summary: 'Who voted for an answer, by id ascending',
  params,
  query: z.object({ answer: queryInteger(1, lastAnswer), after: id.optional(), limit: pageLimit }),
  response: userPage,
  errors: ['NOT_FOUND'],
});

export const endPoll = route({
  method: 'POST',
  path: '/messages/:messageId/poll/end',
  tag,
  summary: 'End an own poll before its time, or any with MANAGE_MESSAGES',
  params,
  response: message,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const pollRoutes = { vote, takeBackVote, listVoters, endPoll };
