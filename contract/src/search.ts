import * as z from 'zod';
import { channelType } from './channels.js';
import { cursor, givenTimestamp, id, queryInteger, seq } from './ids.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { route } from './route.js';
import { isTimeZone } from './search-query.js';
import { nameText } from './text.js';
import { userSummary } from './users.js';

const tag = 'search';

export const searchSort = z.enum(['newest', 'oldest', 'relevance']);
export type SearchSort = z.infer<typeof searchSort>;

/** Where the text of a message matches: ranges in UTF-16 units, in order, apart from each other. */
const highlights = z.array(z.tuple([z.number().int(), z.number().int()]));

export const searchHit = z
  .object({
    message,
    /** Null in a DM or group. */
    serverId: id.nullable(),
    highlights,
    /** The messages around it, unless they are deleted. */
    before: message.nullable(),
    after: message.nullable(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;

export const searchPage = z
  .object({
    hits: z.array(searchHit),
    /** Also with fewer hits than asked for, where looking through all of a long history would take too long. */
    nextCursor: cursor.nullable(),
    /** `parts`: whole words were found too seldom, so what holds them as parts counts too. */
    mode: z.enum(['words', 'parts']),
  })
  .meta({ id: 'SearchPage' });
export type SearchPage = z.infer<typeof searchPage>;

export const searchMessages = route({
  method: 'GET',
  path: '/search/messages',
  tag,
  summary:
    'Messages that the caller may see: words, "phrases", -without, from: in: mentions: has: before: after: is:pinned; in a server, a channel with its threads, or everywhere',
  query: z
    .object({
      q: nameText(1, limits.searchQuery),
      serverId: id.optional(),
      channelId: id.optional(),
      sort: searchSort.optional().default('newest'),
      cursor: cursor.optional(),
      limit: queryInteger(1, 50).optional().default(25),
      /** Where days begin that `before:` and `after:` name. */
      zone: z.string().max(64).refine(isTimeZone, { error: 'must be an IANA time zone' }).optional().default('UTC'),
    })
    .refine(({ serverId, channelId }) => serverId === undefined || channelId === undefined, { error: 'use one of serverId and channelId' }),
  response: searchPage,
  errors: ['NOT_FOUND'],
});

export const foundChannel = z
  .object({ id, serverId: id, name: z.string(), type: channelType, parentId: id.nullable() })
  .meta({ id: 'FoundChannel' });
export type FoundChannel = z.infer<typeof foundChannel>;

export const searchEverything = route({
  method: 'GET',
  path: '/search',
  tag,
  summary: 'People, channels, threads and servers by name, as far as the caller may know of them',
  query: z.object({ q: nameText(1, limits.channelName) }),
  response: z
    .object({
      users: z.array(userSummary),
      channels: z.array(foundChannel),
      servers: z.array(z.object({ id, name: z.string(), icon: z.string().nullable() })),
    })
    .meta({ id: 'Found' }),
});

export const findByTime = route({
  method: 'GET',
  path: '/channels/:channelId/seq',
  tag,
  summary: 'The first message of a channel from a time on, or the last one before it',
  params: z.object({ channelId: id }),
  query: z.object({ at: givenTimestamp }),
  response: z.object({ seq: seq.nullable() }).meta({ description: 'Null: nothing to see in the channel' }),
  errors: ['NOT_FOUND'],
});

export const searchRoutes = { searchMessages, searchEverything, findByTime };
