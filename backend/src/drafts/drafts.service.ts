import { Injectable } from '@nestjs/common';
import { limits, type Draft } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { presentDraft, presentNoDraft } from './drafts.presenter.js';
import { DraftsRepository, type PlacedDraftRow } from './drafts.repository.js';

/** What people have written and not sent, on all their devices. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly repository: DraftsRepository,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  /** The newest first, of channels that the caller may see. */
  async list(caller: Caller, most: number = limits.draftsPerUser): Promise<Draft[]> {
    const rows = await this.repository.ofUser(caller.userId);
    const seen = await this.seenChannels(caller, rows);
    const shown = rows.filter((row) => row.server_id === null || seen.has(row.place_id));
    return shown.slice(0, most).map(presentDraft);
  }

  /** Of two devices that save at once, the later one holds. Without text there is none any more. @throws NOT_FOUND, LIMIT_REACHED */
  async save(
    caller: Caller,
    channelId: string,
    { content, replyToId = null }: { content: string; replyToId?: string | null | undefined },
  ): Promise<Draft> {
    if (content.trim() === '') return this.remove(caller, channelId);
    await this.permissions.channel(caller, channelId);
    const row = await this.repository.save(caller.userId, channelId, { content, replyToId });
    if (row === 'gone') throw new ProblemError('NOT_FOUND');
    if (row === 'full') throw new ProblemError('LIMIT_REACHED', { detail: `There are at most ${limits.draftsPerUser} drafts` });
    return this.tell(caller, presentDraft(row));
  }

  /** @throws NOT_FOUND */
  async remove(caller: Caller, channelId: string): Promise<Draft> {
    await this.permissions.channel(caller, channelId);
    const deletedAt = await this.repository.remove(caller.userId, channelId);
    const none = presentNoDraft(channelId, deletedAt ?? new Date());
    return deletedAt ? this.tell(caller, none) : none;
  }

  private tell({ userId }: Caller, draft: Draft): Draft {
    this.publisher.emit(rooms.user(userId), 'draft:update', draft);
    return draft;
  }

  /** Of the servers in which there are drafts. */
  private async seenChannels(caller: Caller, rows: PlacedDraftRow[]): Promise<Set<string>> {
    const serverIds = new Set(rows.flatMap(({ server_id }) => server_id ?? []));
    // Whoever is just leaving a server sees nothing of it.
    const lists = await Promise.allSettled([...serverIds].map((serverId) => this.permissions.visibleChannels(caller, serverId)));
    const found = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
    return new Set(found.map(({ channel }) => channel.id));
  }
}
