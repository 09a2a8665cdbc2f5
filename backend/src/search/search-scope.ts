import { Injectable } from '@nestjs/common';
import { hasPermission } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { lexemes } from './search-document.js';

/** Where somebody searches, as far as they may see it. */
export interface SearchScope {
  /** Any of these lexemes stands at each message in it; null where they would be too many. */
  lexemes: string[] | null;
  /** Channels and conversations; of threads those that they belong to. */
  homeIds: string[];
  /** Those of them where nothing is shown from before the searcher came in. */
  withoutHistory: string[];
}

/** More alternatives than this cost more than they save. */
const MOST_LEXEMES = 256;

@Injectable()
export class SearchScopes {
  constructor(private readonly permissions: PermissionsService) {}

  /** @throws NOT_FOUND for a place that the caller may not see */
  async find(caller: Caller, place: { serverId?: string | undefined; channelId?: string | undefined }): Promise<SearchScope> {
    if (place.channelId !== undefined) return this.channel(caller, place.channelId);
    return place.serverId === undefined ? this.everything(caller) : this.server(caller, place.serverId);
  }

  private async channel(caller: Caller, channelId: string): Promise<SearchScope> {
    const access = await this.permissions.channel(caller, channelId);
    return scopeOf([access], [lexemes.channel(channelId)]);
  }

  private async server(caller: Caller, serverId: string): Promise<SearchScope> {
    return scopeOf(await this.permissions.visibleChannels(caller, serverId), [lexemes.server(serverId)]);
  }

  private async everything(caller: Caller): Promise<SearchScope> {
    const [serverIds, conversationIds] = await Promise.all([
      this.permissions.serversOf(caller.userId),
      this.permissions.conversationsOf(caller.userId),
    ]);
    const found = await Promise.allSettled([
      ...serverIds.map((serverId) => this.permissions.visibleChannels(caller, serverId)),
      ...conversationIds.map(async (channelId) => [await this.permissions.channel(caller, channelId)]),
    ]);
    // What was left meanwhile is left out.
    const seen = found.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
    return scopeOf(seen, [...serverIds.map(lexemes.server), ...conversationIds.map(lexemes.channel)]);
  }
}

function scopeOf(seen: ChannelAccess[], any: string[]): SearchScope {
  const homeId = ({ channel }: ChannelAccess): string => (channel.type === 'THREAD' ? (channel.parentId ?? channel.id) : channel.id);
  return {
    lexemes: any.length <= MOST_LEXEMES ? any : null,
    homeIds: seen.map(homeId),
    withoutHistory: seen.filter(({ permissions }) => !hasPermission(permissions, 'READ_MESSAGE_HISTORY')).map(homeId),
  };
}
