import { Injectable } from '@nestjs/common';
import { hasPermission, type Channel, type ForumSort, type Message, type ThreadEntry, type ThreadMember } from '@hearth/contract';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from '../messages/messages.service.js';
import { PermissionsService, type ChannelAccess } from '../permissions/permissions.service.js';
import { decodeCursor, encodeCursor } from './thread-cursor.js';
import { ThreadNews } from './thread-news.js';
import { requireThreads } from './threads.policy.js';
import { presentThread, ThreadsRepository, type ListedThreadRow } from './threads.repository.js';

interface ListQuery {
  archived?: boolean | undefined;
  sort?: ForumSort | undefined;
  tagId?: string | undefined;
  query?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Threads of channels: which there are, and who is in them. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly repository: ThreadsRepository,
    private readonly permissions: PermissionsService,
    private readonly messages: MessagesService,
    private readonly news: ThreadNews,
  ) {}

  /** Active ones that the caller is in and may see. */
  async joined(caller: Caller): Promise<Channel[]> {
    const threads = (await this.repository.joinedBy(caller.userId)).map(presentThread);
    const parentIds = [...new Set(threads.flatMap(({ parentId }) => parentId ?? []))];
    const seen = await Promise.allSettled(parentIds.map((parentId) => this.permissions.channel(caller, parentId)));
    const visible = new Set(seen.flatMap((check) => (check.status === 'fulfilled' ? [check.value.channel.id] : [])));
    return threads.filter(({ parentId }) => parentId !== null && visible.has(parentId));
  }

  /** @throws NOT_FOUND, VALIDATION for a channel without threads */
  async list(caller: Caller, parentId: string, query: ListQuery): Promise<{ threads: ThreadEntry[]; nextCursor: string | null }> {
    const access = await this.permissions.channel(caller, parentId);
    requireThreads(access.channel.type);
    const rows = await this.rows(access, query);
    const page = rows.slice(0, query.limit);
    const openings = await this.openings(access, page);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    return {
      threads: page.map((row) => ({ channel: presentThread(row), joined: row.joined, opening: openings.get(row.id.toString()) ?? null })),
      nextCursor: last ? encodeCursor(last) : null,
    };
  }

  /** @throws NOT_FOUND, VALIDATION for what is no thread */
  async join(caller: Caller, threadId: string): Promise<void> {
    await this.thread(caller, threadId);
    const state = await this.repository.join(threadId, caller.userId);
    const row = state && (await this.repository.byId(threadId));
    if (row) await this.news.entered(presentThread(row), [state]);
  }

  /** @throws NOT_FOUND, VALIDATION for what is no thread */
  async leave(caller: Caller, threadId: string): Promise<void> {
    await this.thread(caller, threadId);
    if (await this.repository.leave(threadId, caller.userId)) this.news.left(caller.userId, threadId);
  }

  /** Those who may see it. @throws NOT_FOUND, VALIDATION for what is no thread */
  async members(
    caller: Caller,
    threadId: string,
    { cursor = '0', limit }: { cursor?: string | undefined; limit: number },
  ): Promise<{ members: ThreadMember[]; nextCursor: string | null }> {
    const { channel } = await this.thread(caller, threadId);
    const rows = await this.repository.members(threadId, cursor, limit + 1);
    const page = rows.slice(0, limit);
    const userIds = page.map(({ id }) => id);
    const readers = await this.permissions.readersAmong(channel.serverId ?? '', channel.parentId ?? '', userIds);
    return {
      members: page.filter(({ id }) => readers.has(id)).map(({ joinedAt, ...user }) => ({ user, joinedAt: joinedAt.toISOString() })),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  }

  private async thread(caller: Caller, threadId: string): Promise<ChannelAccess> {
    const access = await this.permissions.channel(caller, threadId);
    if (access.channel.type !== 'THREAD') throw new ProblemError('VALIDATION', { detail: 'This is not a thread' });
    return access;
  }

  private async rows({ channel, userId }: ChannelAccess, query: ListQuery): Promise<ListedThreadRow[]> {
    const { archived = false, sort, from, to, cursor, limit } = query;
    const place = { parentId: channel.id, userId };
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (from !== undefined && to !== undefined) return this.repository.between(place, { from, to }, after?.id ?? '0', limit + 1);
    const order = sort ?? (await this.repository.sortOf(channel.id));
    const name = `${archived ? 'archived' : 'active'}${order === 'CREATION' ? 'ByCreation' : 'ByActivity'}` as const;
    return this.repository.list(name, place, query, after, limit + 1);
  }

  /** The first message of each post, where the caller may read what was before they came. */
  private async openings({ channel, permissions }: ChannelAccess, rows: ListedThreadRow[]): Promise<Map<string, Message>> {
    if (channel.type !== 'FORUM' || !hasPermission(permissions, 'READ_MESSAGE_HISTORY')) return new Map();
    return this.messages.firstOf(rows.map(({ id }) => id.toString()));
  }
}
