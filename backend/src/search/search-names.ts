import { Injectable } from '@nestjs/common';
import type { SearchQuery, SearchValue } from '@hearth/contract';
import type { ResolvedNames } from './search-condition.js';
import { SearchRepository } from './search.repository.js';

const ID = /^[1-9]\d{0,18}$/;
/** The searcher, in place of a user name. */
const MYSELF = 'me';

/** Finds whom and what the filters of a query name. Whoever searches learns nothing of names by it: only messages that they see are found. */
@Injectable()
export class SearchNames {
  constructor(private readonly repository: SearchRepository) {}

  /** Null when something is asked for that nothing has, so that nothing can be found. @param homeIds where it is searched */
  async resolve(userId: string, query: SearchQuery, homeIds: string[]): Promise<ResolvedNames | null> {
    const [userIds, channelIds] = await Promise.all([
      this.users(userId, [...query.from, ...query.mentions]),
      this.channels(userId, query.in, homeIds),
    ]);
    const found = {
      from: idsOf(query.from, userIds, false),
      in: idsOf(query.in, channelIds, false),
      mentions: idsOf(query.mentions, userIds, false),
    };
    const isMissing = (['from', 'in', 'mentions'] as const).some(
      (filter) => found[filter].length === 0 && query[filter].some(({ negated }) => !negated),
    );
    if (isMissing) return null;
    return {
      ...found,
      notFrom: idsOf(query.from, userIds, true),
      notIn: idsOf(query.in, channelIds, true),
      notMentions: idsOf(query.mentions, userIds, true),
    };
  }

  private async users(userId: string, values: SearchValue[]): Promise<Map<string, string[]>> {
    const names = lowerNames(values).filter((name) => name !== MYSELF);
    const found = await this.repository.usersByName(names);
    return grouped([...found.map(({ id, username }) => ({ id, name: username })), { id: userId, name: MYSELF }]);
  }

  private async channels(userId: string, values: SearchValue[], homeIds: string[]): Promise<Map<string, string[]>> {
    return grouped(await this.repository.channelsByName(userId, homeIds, lowerNames(values)));
  }
}

const lowerNames = (values: SearchValue[]): string[] => [...new Set(values.map(({ value }) => value.toLowerCase()))];

function grouped(rows: { id: string; name: string }[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, name } of rows) ids.set(name, [...(ids.get(name) ?? []), id]);
  return ids;
}

/** What is all digits may be a name and is an id as well. */
function idsOf(values: SearchValue[], ids: Map<string, string[]>, negated: boolean): string[] {
  const chosen = values.filter((value) => value.negated === negated);
  return [...new Set(chosen.flatMap(({ value }) => [...(ids.get(value.toLowerCase()) ?? []), ...(ID.test(value) ? [value] : [])]))];
}
