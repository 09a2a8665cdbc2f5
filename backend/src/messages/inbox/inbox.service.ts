import { Injectable } from '@nestjs/common';
import type { Message, UnreadMentions } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { MessageAssembler } from '../message-assembler.js';
import { MessageChanges } from '../message-changes.js';
import type { MessageRow } from '../messages.presenter.js';
import { InboxRepository } from './inbox.repository.js';

/** Pages that are looked through for one that is asked for, where the caller sees little of what mentions them. */
const MAX_PAGES = 5;

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
    let before = page.before ?? null;
    let isDone = false;
    for (let count = 0; count < MAX_PAGES && !isDone && seen.length <= page.limit; count += 1) {
      const rows = await this.repository.mentions(caller.userId, before, page.limit + 1);
      seen.push(...(await this.visible(caller, rows)));
      before = rows.at(-1)?.id ?? before;
      isDone = rows.length <= page.limit;
    }
    const messages = await this.assembler.assemble(seen.slice(0, page.limit), caller.userId);
    return { messages, hasMore: seen.length > page.limit };
  }

  /** @param isSeen whether the user may see a channel of a server */
  async unread(userId: string, isSeen: (channelId: string) => boolean): Promise<UnreadMentions[]> {
    const rows = await this.repository.unread(userId);
    return rows
      .filter(({ channelId, serverId }) => serverId === null || isSeen(channelId))
      .map(({ channelId, seqs }) => ({ channelId, seqs: seqs.toReversed() }));
  }

  /** As `unread`, where nothing is known of what the caller sees. */
  async listUnread(caller: Caller): Promise<UnreadMentions[]> {
    const rows = await this.repository.unread(caller.userId);
    const checks = await Promise.allSettled(rows.map(({ channelId }) => this.permissions.channel(caller, channelId)));
    return rows.flatMap(({ channelId, seqs }, index) =>
      checks[index]?.status === 'fulfilled' ? [{ channelId, seqs: seqs.toReversed() }] : [],
    );
  }

  private async visible(caller: Caller, rows: MessageRow[]): Promise<MessageRow[]> {
    const channelIds = [...new Set(rows.map((row) => row.channel_id))];
    const checks = await Promise.allSettled(
      channelIds.map(async (channelId) => this.changes.floor(await this.permissions.channel(caller, channelId))),
    );
    const floors = new Map(
      channelIds.flatMap((channelId, index) => {
        const check = checks[index];
        return check?.status === 'fulfilled' ? [[channelId, check.value] as const] : [];
      }),
    );
    return rows.filter((row) => row.deleted_at === null && row.seq > (floors.get(row.channel_id) ?? Infinity));
  }
}
