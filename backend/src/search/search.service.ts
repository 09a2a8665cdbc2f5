import { Injectable } from '@nestjs/common';
import {
  dayIn,
  isEmptySearch,
  parseSearch,
  searchRanges,
  type SearchHit,
  type SearchMode,
  type SearchPage,
  type SearchQuery,
  type SearchSort,
} from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from '../messages/messages.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { relevance } from './relevance.js';
import { idBounds, searchCondition, type ResolvedNames } from './search-condition.js';
import { partOf } from './search-document.js';
import { decodeCursor, encodeCursor, type SearchPosition } from './search-cursor.js';
import { SearchNames } from './search-names.js';
import { SearchScopes, type SearchScope } from './search-scope.js';
import { SearchRepository, type Hit, type HitQuery } from './search.repository.js';
import { walk, type Found } from './walk.js';

export interface SearchInput {
  q: string;
  serverId?: string | undefined;
  channelId?: string | undefined;
  sort: SearchSort;
  cursor?: string | undefined;
  limit: number;
  zone: string;
}

/** Milliseconds that one search looks on before it answers with what it has. */
const PATIENCE = 80;
/** Of the newest so many matches the most relevant are shown. */
const RANKED = 1_000;

interface Search extends SearchInput {
  userId: string;
  query: SearchQuery;
  names: ResolvedNames;
  scope: SearchScope;
  position: SearchPosition | null;
  until: number;
}

interface Part {
  mode: SearchMode;
  hits: Hit[];
  /** Where the next page begins. */
  next: SearchPosition | null;
}

const NOTHING: SearchPage = { hits: [], nextCursor: null, mode: 'words' };

@Injectable()
export class SearchService {
  constructor(
    private readonly repository: SearchRepository,
    private readonly scopes: SearchScopes,
    private readonly names: SearchNames,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
  ) {}

  /** @throws NOT_FOUND for a place that the caller may not see, VALIDATION for filters that mean nothing */
  async messagesLike(caller: Caller, input: SearchInput): Promise<SearchPage> {
    const scope = await this.scopes.find(caller, input);
    const query = parseSearch(input.q, dayIn(input.zone, Date.now()));
    refuseFaults(query);
    if (isEmptySearch(query) || scope.homeIds.length === 0) return NOTHING;
    const names = await this.names.resolve(caller.userId, query, scope.homeIds);
    if (names === null) return NOTHING;
    const position = input.cursor === undefined ? null : decodeCursor(input.cursor);
    const search: Search = { ...input, userId: caller.userId, query, names, scope, position, until: performance.now() + PATIENCE };
    const part = await this.find(search);
    return { hits: await this.present(caller.userId, part, query), nextCursor: part.next && encodeCursor(part.next), mode: part.mode };
  }

  /** Where in a channel a time is. @throws NOT_FOUND */
  async seqAt(caller: Caller, channelId: string, at: string): Promise<number | null> {
    const access = await this.permissions.channel(caller, channelId);
    return this.repository.seqAt(channelId, await this.messages.floor(access), at);
  }

  /** Whole words; where all of them fill no page, what holds them as parts of words too. */
  private async find(search: Search): Promise<Part> {
    if (search.position) return this.look(search, search.position.mode);
    const words = await this.look(search, 'words');
    return words.next === null && partsOf(search.query).length > 0 ? this.look(search, 'parts') : words;
  }

  private look(search: Search, mode: SearchMode): Promise<Part> {
    return search.sort === 'relevance' ? this.ranked(search, mode) : this.byTime(search, mode);
  }

  private async byTime(search: Search, mode: SearchMode): Promise<Part> {
    const { limit, sort, position } = search;
    const isOldest = sort === 'oldest';
    const bounds = idBounds(search.query, search.zone);
    const from = (isOldest ? position?.id : undefined) ?? bounds.from;
    const below = (isOldest ? undefined : position?.id) ?? bounds.below;
    // One more than the page, to know whether there are.
    const { hits, restFrom } = await this.walk(search, mode, { from, below, limit: limit + 1 });
    const page = hits.slice(0, limit);
    const last = page.at(-1);
    const edge = hits.length > limit && last ? (isOldest ? following(last.id) : last.id) : restFrom;
    return { mode, hits: page, next: edge === null ? null : { mode, id: edge, count: 0 } };
  }

  private async ranked(search: Search, mode: SearchMode): Promise<Part> {
    const { limit, position, query } = search;
    const bounds = idBounds(query, search.zone);
    const { hits, restFrom } = await this.walk(search, mode, { from: bounds.from, below: position?.id ?? bounds.below, limit: RANKED });
    const now = Date.now();
    const scored = hits.map((hit) => ({ hit, score: relevance(hit, query.terms, now) })).toSorted((one, other) => other.score - one.score);
    const start = position?.count ?? 0;
    const page = scored.slice(start, start + limit).map(({ hit }) => hit);
    const [newest] = hits;
    // Only what was there when the first page was shown: no page shows what another one did.
    if (newest && hits.length > start + limit) return { mode, hits: page, next: { mode, id: following(newest.id), count: start + limit } };
    return { mode, hits: page, next: restFrom === null ? null : { mode, id: restFrom, count: 0 } };
  }

  private async walk(
    search: Search,
    mode: SearchMode,
    { from, below, limit }: { from: string | null; below: string | null; limit: number },
  ): Promise<Found> {
    const { query, names, scope, sort, userId, until } = search;
    const byPart = await this.repository.wordsWith(mode === 'parts' ? partsOf(query) : []);
    if ([...byPart.values()].some((words) => words.length === 0)) return { hits: [], restFrom: null };
    const condition = searchCondition(query, names, scope, byPart);
    const oldestFirst = sort === 'oldest';
    const hitQuery: HitQuery = { userId, scope, condition, pinned: query.pinned, oldestFirst };
    return walk({
      segments: await this.repository.segments(),
      ...{ from, below, oldestFirst, limit, selective: condition.selective, until },
      read: (stretch, count) => this.repository.hits(hitQuery, stretch, count),
    });
  }

  private async present(userId: string, { hits, mode }: Part, { terms }: SearchQuery): Promise<SearchHit[]> {
    const around = await this.repository.around(userId, hits);
    const messages = await this.messages.byIds(userId, [...new Set([...hits, ...around].map(({ id }) => id))]);
    const byId = new Map(messages.map((message) => [message.id, message]));
    const beside = (hit: Hit, isAfter: boolean) => {
      const neighbour = around.find((one) => one.hitId === hit.id && one.isAfter === isAfter);
      return (neighbour && byId.get(neighbour.id)) ?? null;
    };
    return hits.flatMap((hit) => {
      const message = byId.get(hit.id);
      if (!message || message.deletedAt !== null) return [];
      return {
        message,
        serverId: hit.serverId,
        highlights: searchRanges(message.content, terms, mode),
        before: beside(hit, false),
        after: beside(hit, true),
      };
    });
  }
}

/** Each once. */
const partsOf = ({ terms }: SearchQuery): string[] => [...new Set(terms.flatMap((term) => partOf(term) ?? []))];

const following = (id: string): string => (BigInt(id) + 1n).toString();

function refuseFaults({ faults }: SearchQuery): void {
  if (faults.length === 0) return;
  const errors = faults.map(({ filter, value }) => ({ path: 'query.q', message: `${filter}:${value} means nothing` }));
  throw new ProblemError('VALIDATION', { errors });
}
