import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type ReadState, type Receipt, type UserSummary } from '@hearth/contract';
import { isForeignKeyViolation } from '../database/database-errors.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from '../messages/messages.service.js';
import { PermissionsService, type ChannelAccess, type SightChange } from '../permissions/permissions.service.js';
import { Publisher } from '../realtime/publisher.js';
import { rooms } from '../realtime/rooms.js';
import { presentReadState, presentReceipt } from './read-states.presenter.js';
import { ReadStatesRepository, type ReadStateRow } from './read-states.repository.js';

/** How far people are in channels: what they received, what they read. */
@Injectable()
export class ReadStatesService implements OnModuleInit {
  constructor(
    private readonly repository: ReadStatesRepository,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  onModuleInit(): void {
    this.permissions.onSightChanged((change) => this.tellGained(change));
  }

  /** @param isSeen whether the user may see a channel of a server */
  async ofUser(userId: string, isSeen: (channelId: string) => boolean): Promise<ReadState[]> {
    const rows = await this.repository.ofUser(userId);
    return rows.filter((row) => row.server_id === null || isSeen(row.channel_id)).map(presentReadState);
  }

  /**
   * Read up to `seq`, or with `unread` marked unread from `seq` on.
   *
   * @throws NOT_FOUND, VALIDATION for a message that does not exist yet
   */
  async read(caller: Caller, channelId: string, { seq, unread }: { seq: number; unread?: boolean | undefined }): Promise<void> {
    const access = await this.permissions.channel(caller, channelId);
    const lastSeq = await this.repository.lastSeq(channelId);
    if (lastSeq === null) throw new ProblemError('NOT_FOUND');
    if (seq > lastSeq || (unread && seq === 0))
      throw new ProblemError('VALIDATION', { detail: `seq must be from ${unread ? 1 : 0} to ${lastSeq}` });
    const moved = unread
      ? this.repository.markUnread(caller.userId, channelId, seq)
      : this.repository.read(caller.userId, channelId, seq, isSecret(access));
    const row = await moved.catch(channelIsGone);
    if (!row) return;
    this.publisher.emit(rooms.user(caller.userId), 'channel:read', presentReadState(row));
    if (!unread) this.publishReceipt(access, row);
  }

  /** What the caller's device holds without a gap. Channels that the caller may not see any more are passed over. */
  async delivered(caller: Caller, positions: { channelId: string; seq: number }[]): Promise<void> {
    const accesses = await this.visible(caller, positions);
    const isTold = (access: ChannelAccess | undefined) => access !== undefined && !isSecret(access);
    const visible = positions.filter(({ channelId }) => isTold(accesses.get(channelId)));
    const move = () => this.repository.delivered(caller.userId, visible);
    // A channel that was deleted meanwhile took the others along; asked again, the statement does not find it.
    const rows = await move().catch((fault: unknown) => {
      if (isForeignKeyViolation(fault)) return move();
      throw fault;
    });
    for (const row of rows) {
      const access = accesses.get(row.channel_id);
      if (access) this.publishReceipt(access, row);
    }
  }

  /** How far the others are; null where the channel has too many readers to watch. @throws NOT_FOUND */
  async receipts(caller: Caller, channelId: string): Promise<Receipt[] | null> {
    const access = await this.permissions.channel(caller, channelId);
    if (!isWatched(access)) return null;
    const readers = (await this.permissions.readers(access)).filter((userId) => userId !== caller.userId);
    const rows = new Map((await this.repository.ofChannel(channelId, readers)).map((row) => [row.user_id, row]));
    const shares = await this.repository.sharesReading(caller.userId);
    return readers.map((userId) => {
      const row = rows.get(userId);
      const receipt = row ? presentReceipt(row) : { userId, deliveredSeq: 0, readSeq: 0 };
      return shares ? receipt : { ...receipt, readSeq: 0 };
    });
  }

  /**
   * Who has read an own message, in channels of any size; null for whoever keeps their own reading to themselves.
   *
   * @throws NOT_FOUND, MISSING_PERMISSION for a message of somebody else
   */
  async seenBy(caller: Caller, messageId: string, page: { after?: string | undefined; limit: number }) {
    const { author, channelId, seq } = await this.messages.get(caller, messageId);
    if (author.id !== caller.userId) throw new ProblemError('MISSING_PERMISSION', { detail: 'Only its author is told who read it' });
    if (!(await this.repository.sharesReading(caller.userId))) return { users: null, nextCursor: null };
    const access = await this.permissions.channel(caller, channelId);
    const found = await this.repository.seenBy(channelId, seq, page.after ?? '0', page.limit + 1);
    const shown = found.slice(0, page.limit);
    const users = await this.stillThere(access, shown);
    // Whoever is left out of a page is passed over all the same.
    const nextCursor = (found.length > page.limit && shown.at(-1)?.id) || null;
    return { users: users.filter(({ id }) => id !== caller.userId), nextCursor };
  }

  /** Whoever left, or sees the channel no more, is in nobody's list. */
  private async stillThere(access: ChannelAccess, users: UserSummary[]): Promise<UserSummary[]> {
    const { channel, conversation } = access;
    if (conversation) return users.filter(({ id }) => conversation.recipientIds.has(id));
    const place = channel.type === 'THREAD' ? channel.parentId : channel.id;
    if (channel.serverId === null || place === null) return [];
    const readers = await this.permissions.readersAmong(
      channel.serverId,
      place,
      users.map(({ id }) => id),
    );
    return users.filter(({ id }) => readers.has(id));
  }

  /** How far the others are in each of the caller's conversations that few enough people are in. */
  async inConversations({ userId }: Pick<Caller, 'userId'>, channelIds: string[]): Promise<Map<string, Receipt[]>> {
    const rows = Map.groupBy(await this.repository.ofConversations(channelIds, userId), (row) => row.channel_id);
    const watched = [...rows].filter(([, others]) => others.length < limits.receiptAudience);
    return new Map(watched.map(([channelId, others]) => [channelId, others.map(presentReceipt)]));
  }

  /** Whoever comes to see a channel again goes on where they were. */
  private async tellGained({ gained }: SightChange): Promise<void> {
    if (gained.length === 0) return;
    const userIds = [...new Set(gained.flatMap((sight) => sight.userIds))];
    const rows = await this.repository.among(
      userIds,
      gained.map(({ channelId }) => channelId),
    );
    for (const [userId, own] of Map.groupBy(rows, (row) => row.user_id)) {
      this.publisher.emitAllLocally(
        rooms.user(userId),
        own.map((row) => ['channel:read', presentReadState(row)]),
      );
    }
  }

  /** Positions of people in one channel that moved with something else, for those who watch them. */
  async tellMoved(channelId: string, rows: ReadStateRow[]): Promise<void> {
    // Somebody among them may just have lost the sight of it.
    const checks = await Promise.allSettled(rows.map(({ user_id }) => this.permissions.channel({ userId: user_id }, channelId)));
    const access = checks.find((check) => check.status === 'fulfilled')?.value;
    if (access && isWatched(access))
      this.publisher.emit(access.room, 'channel:receipts', { channelId, receipts: rows.map(presentReceipt) });
  }

  private publishReceipt(access: ChannelAccess, row: ReadStateRow): void {
    if (!isWatched(access) || isSecret(access)) return;
    this.publisher.emit(access.room, 'channel:receipts', { channelId: row.channel_id, receipts: [presentReceipt(row)] });
  }

  private async visible(caller: Caller, positions: { channelId: string }[]): Promise<Map<string, ChannelAccess>> {
    const checks = await Promise.allSettled(positions.map(({ channelId }) => this.permissions.channel(caller, channelId)));
    const found = checks.flatMap((check) => (check.status === 'fulfilled' ? [check.value] : []));
    return new Map(found.map((access) => [access.channel.id, access]));
  }
}

// Deleted between the look at it and the write.
function channelIsGone(fault: unknown): never {
  throw isForeignKeyViolation(fault) ? new ProblemError('NOT_FOUND') : fault;
}

/** Between two of whom one blocks the other, neither learns any more what the other does. */
const isSecret = ({ conversation }: ChannelAccess): boolean => conversation?.blocked === true;

const isWatched = ({ audience }: ChannelAccess): boolean => audience <= limits.receiptAudience;
