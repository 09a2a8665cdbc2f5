import * as z from 'zod';
import { id } from './ids.js';
import { route } from './route.js';
import { member } from './servers.js';

export const screening = z
  .object({
    rules: z.array(z.string()),
    /** Seconds that an account must have existed to join. */
    minAccountAge: z.number().int(),
  })
  .meta({ id: 'Screening', description: 'While a member has not accepted the `rules` (`pending`), they may only read' });
export type Screening = z.infer<typeof screening>;

const tag = 'screening';
const serverParams = z.object({ serverId: id });

export const getScreening = route({
  method: 'GET',
  path: '/servers/:serverId/screening',
  tag,
  summary: 'What a new member accepts, and how old an account must be; `PATCH /servers/:serverId` changes them',
  params: serverParams,
  response: screening,
  errors: ['NOT_FOUND'],
});

export const acceptRules = route({
  method: 'PUT',
  path: '/servers/:serverId/members/me/screening',
  tag,
  summary: 'Accept the rules of a server',
  params: serverParams,
  response: member,
  errors: ['NOT_FOUND'],
});

export const screeningRoutes = { getScreening, acceptRules };
