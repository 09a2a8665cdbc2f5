import { Injectable } from '@nestjs/common';
import type { Message, UnreadMentions } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { MessageAssembler } from '../message-assembler.js';
import { MessageChanges } from '../message-changes.js';
import type { MessageRow } from '../messages.presenter.js';
import { InboxRepository, type UnreadRow } from './inbox.repository.js';

/** How often more is asked for, where the caller sees little of what mentions them. */
const MAX_LOOKS = 5;

/** What mentions somebody. */
@Injectable()
export class InboxService {
  constructor(
    private readonly repository: InboxRepository,
    private readonly permissions: PermissionsService,
    private readonly changes: MessageChanges,
    private readonly assembler: MessageAssembler,
  ) {}

  async mentions(caller: Caller, page: { before?: string | undefined; limit: number }): Promise<{ messages: Message[]; hasMore: boolean }> {
    const seen: MessageRow[] = [];
    const without: string[] = [];
    let before = page.before ?? null;
    let isDone = false;
    for (let look = 0; look < MAX_LOOKS && !isDone && seen.length <= page.limit; look += 1) {
      const rows = await this.repository.mentions(caller.userId, { before, limit: page.limit + 1, without });
      const floors = await this.floors(caller, [...new Set(rows.map((row) => row.channel_id))]);
      seen.push(...rows.filter((row) => row.deleted_at === null && row.seq > (floors.get(row.channel_id) ?? Infinity)));
      without.push(...rows.map((row) => row.channel_id).filter((channelId) => !floors.has(channelId)));
      before = rows.at(-1)?.id ?? before;
      isDone = rows.length <= page.limit;
    }
    const messages = await this.assembler.assemble(seen.slice(0, page.limit), caller.userId);
    return { messages, hasMore: seen.length > page.limit };
  }

  /** @param isSeen whether the user may see a channel of a server */
  unread(userId: string, isSeen: (channelId: string) => boolean): Promise<UnreadMentions[]> {
    return this.unreadWhere(userId, (channelIds) => Promise.resolve(channelIds.filter(isSeen)));
  }

  /** As `unread`, where nothing is known of what the caller sees. */
  listUnread(caller: Caller): Promise<UnreadMentions[]> {
    return this.unreadWhere(caller.userId, async (channelIds) => [...(await this.floors(caller, channelIds)).keys()]);
  }

  /** @param seenOf those of these channels of servers that the user may see */
  private async unreadWhere(userId: string, seenOf: (channelIds: string[]) => Promise<string[]>): Promise<UnreadMentions[]> {
    const without: string[] = [];
    let shown: UnreadRow[] = [];
    for (let look = 0; look < MAX_LOOKS; look += 1) {
      const rows = await this.repository.unread(userId, without);
      const inServers = rows.flatMap(({ serverId, channelId }) => (serverId === null ? [] : channelId));
      const seen = new Set(await seenOf(inServers));
      shown = rows.filter(({ serverId, channelId }) => serverId === null || seen.has(channelId));
      if (shown.length === rows.length) break;
      without.push(...inServers.filter((channelId) => !seen.has(channelId)));
    }
    return shown.map(({ channelId, seqs }) => ({ channelId, seqs: seqs.toReversed() }));
  }

  /** Of each channel that the caller sees, up to where nothing in it is shown to them. */
  private async floors(caller: Caller, channelIds: string[]): Promise<Map<string, number>> {
    const checks = await Promise.allSettled(
      channelIds.map(async (channelId): Promise<[string, number]> => {
        const access = await this.permissions.channel(caller, channelId);
        return [channelId, await this.changes.floor(access)];
      }),
    );
    return new Map(checks.flatMap((check) => (check.status === 'fulfilled' ? [check.value] : [])));
  }
}
