import { Injectable } from '@nestjs/common';
import { hasPermission, limits, type MessageMark, type StarredMessage } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService, type ChannelAccess } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { MessageAssembler } from '../message-assembler.js';
import { MessageChanges } from '../message-changes.js';
import { decodeTimeCursor, encodeTimeCursor } from '../time-cursor.js';
import { MarksRepository, type MarkKind, type MarkRow, type StarredRow } from './marks.repository.js';

/** What readers mark messages with, for themselves alone, on all their devices. */
@Injectable()
export class MarksService {
  constructor(
    private readonly repository: MarksRepository,
    private readonly changes: MessageChanges,
    private readonly assembler: MessageAssembler,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  /** @throws NOT_FOUND, CONFLICT for a deleted message, LIMIT_REACHED */
  async set(caller: Caller, messageId: string, kind: MarkKind): Promise<MessageMark> {
    const { row: message } = await this.changes.find(caller, messageId);
    const held = await this.repository.find(caller.userId, messageId);
    if (held?.[kind]) return present(held);
    const row = await this.repository.set(caller.userId, messageId, kind);
    if (row === 'full') throw new ProblemError('LIMIT_REACHED', { detail: `You can star at most ${limits.starredPerUser} messages` });
    if (!row || message.deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
    return this.tell(caller, present(row));
  }

  /** @throws NOT_FOUND */
  async clear(caller: Caller, messageId: string, kind: MarkKind): Promise<MessageMark> {
    const { row: message } = await this.changes.find(caller, messageId);
    const held = await this.repository.find(caller.userId, messageId);
    const row = held?.[kind] ? await this.repository.clear(caller.userId, messageId, kind) : null;
    if (row) return this.tell(caller, present(row));
    const { channel_id, seq } = message;
    return present(held ?? { message_id: messageId, channel_id, seq, starred: false, hidden: false });
  }

  /** Of messages of which the caller may have lost sight: nothing but their ids. */
  async recent(caller: Caller): Promise<MessageMark[]> {
    return (await this.repository.recent(caller.userId)).map(present);
  }

  /** Only what the caller may still see. @throws VALIDATION for a cursor from elsewhere */
  async starred(
    caller: Caller,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<{ starred: StarredMessage[]; nextCursor: string | null }> {
    const rows = await this.repository.starred(caller.userId, decodeTimeCursor(cursor), limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const seen = await this.seen(caller, page);
    const messages = await this.assembler.assemble(seen, caller.userId);
    const starred = messages.flatMap((message, index) => {
      const row = seen[index];
      return row ? [{ message, ...placeOf(row) }] : [];
    });
    return { starred, nextCursor: last ? encodeTimeCursor(last.starred_at, last.id) : null };
  }

  private async seen(caller: Caller, rows: StarredRow[]): Promise<StarredRow[]> {
    const serverIds = new Set(rows.flatMap(({ server_id }) => server_id ?? []));
    // Whoever is just leaving a server sees nothing of it.
    const lists = await Promise.allSettled([...serverIds].map((serverId) => this.permissions.visibleChannels(caller, serverId)));
    const found = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
    const byId = new Map(found.map((access) => [access.channel.id, access]));
    return rows.filter((row) => row.server_id === null || isSeen(byId.get(row.place_id), row));
  }

  private tell({ userId }: Caller, mark: MessageMark): MessageMark {
    this.publisher.emit(rooms.user(userId), 'message:mark', mark);
    return mark;
  }
}

const isSeen = (access: ChannelAccess | undefined, { seq, joined_seq }: StarredRow): boolean =>
  access !== undefined && (seq > joined_seq || hasPermission(access.permissions, 'READ_MESSAGE_HISTORY'));

const present = ({ message_id: messageId, channel_id: channelId, seq, starred, hidden }: MarkRow): MessageMark => ({
  messageId,
  channelId,
  seq,
  starred,
  hidden,
});

const placeOf = ({ server_id: serverId, channel_name, starred_at }: StarredRow) => ({
  serverId,
  channelName: channel_name || null,
  starredAt: starred_at.toISOString(),
});
