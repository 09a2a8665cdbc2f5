import { Injectable } from '@nestjs/common';
import { isVisibleToAll } from '@hearth/contract';
import { Snowflakes } from '../../database/snowflakes.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { MessageAssembler } from '../message-assembler.js';
import { MessageNews } from '../message-news.js';
import type { MessageRow } from '../messages.presenter.js';
import { CopiesRepository, type Original } from './copies.repository.js';

const MAX_ATTEMPTS = 5;

/** Copies of messages in other channels, which stay what the original is. Done twice, everything here is done once. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly repository: CopiesRepository,
    private readonly permissions: PermissionsService,
    private readonly assembler: MessageAssembler,
    private readonly news: MessageNews,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
  ) {}

  /**
   * Copies a message into channels, unless it was deleted or its channel hidden since.
   *
   * @returns whether copies may be of what it was before: whoever changed it meanwhile found none of them yet
   */
  async make(messageId: string, targetIds: string[]): Promise<boolean> {
    const original = await this.outgoing(messageId);
    if (!original || original.deleted_at || targetIds.length === 0) return false;
    const next = () => this.snowflakes.next();
    const copies = targetIds.map((targetId) => ({ id: next(), targetId, fileIds: original.file_ids.map(next) }));
    const rows = await this.repository.insert(original, copies);
    await this.tell('message:new', rows);
    const now = await this.repository.original(messageId);
    return now !== null && (now.version !== original.version || rows.length < copies.length);
  }

  /**
   * Makes copies what the original is now: edited while every member saw its channel, or deleted too.
   *
   * @param after the last one of the part before
   * @returns where the next part begins; null when it was the last
   */
  async follow(messageId: string, after: string, limit: number): Promise<string | null> {
    const original = await this.outgoing(messageId);
    if (!original) return null;
    const rows = await this.repository.follow(original, after, limit);
    await this.tell(original.deleted_at ? 'message:delete' : 'message:update', rows);
    return rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
  }

  /**
   * What may leave the server of a message: it, as it was while every member saw its channel, or that it is deleted. Null: nothing.
   *
   * @throws UNAVAILABLE while the rules of its server keep changing
   */
  private async outgoing(messageId: string): Promise<Original | null> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const original = await this.repository.original(messageId);
      if (!original || original.deleted_at) return original;
      const { rules } = await this.permissions.membersOf(original.server_id, []);
      const channel = rules.channels.get(original.channel_id);
      if (rules.accessVersion === original.access_version)
        return channel && isVisibleToAll(rules.server, channel.overwrites) ? original : null;
      if (channel) this.permissions.forget({ channel });
    }
    throw new ProblemError('UNAVAILABLE', { retryAfter: 1 });
  }

  originals(messageIds: string[]): Promise<string[]> {
    return this.repository.originals(messageIds);
  }

  private async tell(event: 'message:new' | 'message:update' | 'message:delete', rows: MessageRow[]): Promise<void> {
    const messages = await this.assembler.assemble(rows, null);
    if (event === 'message:new') this.news.tellStored(messages);
    else for (const message of messages) this.news.tellRevised(message);
    for (const message of messages) {
      const room = await this.permissions.roomOfChannel(message.channelId);
      const { channelId, version } = message;
      if (room !== null) this.publisher.emit(room, event, { channelId, version, message });
    }
  }
}
