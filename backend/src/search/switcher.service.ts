import { Injectable } from '@nestjs/common';
import type { FoundChannel, Response, searchEverything } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { ProfilesService } from '../relationships/profiles/profiles.service.js';
import { SearchRepository } from './search.repository.js';

const SHOWN = 20;
/** So many are looked at, of which the caller may not see some. */
const LOOKED_AT = 200;

/** People, channels and servers by name. */
@Injectable()
export class SwitcherService {
  constructor(
    private readonly repository: SearchRepository,
    private readonly permissions: PermissionsService,
    private readonly profiles: ProfilesService,
  ) {}

  async find(caller: Caller, text: string): Promise<Response<typeof searchEverything>> {
    const [users, channels, servers] = await Promise.all([
      this.profiles.search(caller, text),
      this.channels(caller, text),
      this.repository.serversLike(caller.userId, text, SHOWN),
    ]);
    return { users, channels, servers };
  }

  private async channels(caller: Caller, text: string): Promise<FoundChannel[]> {
    const found = await this.repository.channelsLike(caller.userId, text, LOOKED_AT);
    const serverIds = [...new Set(found.map(({ serverId }) => serverId))];
    const seen = await Promise.all(serverIds.map((serverId) => this.visibleIn(caller, serverId)));
    const visible = new Set(seen.flat());
    const isVisible = ({ id, type, parentId }: FoundChannel) => visible.has(type === 'THREAD' ? (parentId ?? id) : id);
    return found.filter(isVisible).slice(0, SHOWN);
  }

  /** Nothing in a server that was left meanwhile. */
  private async visibleIn(caller: Caller, serverId: string): Promise<string[]> {
    const [outcome] = await Promise.allSettled([this.permissions.visibleChannels(caller, serverId)]);
    return outcome.status === 'fulfilled' ? outcome.value.map(({ channel }) => channel.id) : [];
  }
}
