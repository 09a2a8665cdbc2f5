import { Injectable } from '@nestjs/common';
import { Snowflakes } from '../../database/snowflakes.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { presentMessage, type MessageRow } from '../messages.presenter.js';
import { CopiesRepository } from './copies.repository.js';

/** Copies of messages in other channels, which stay what the original is. Done twice, everything here is done once. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly repository: CopiesRepository,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
    private readonly snowflakes: Snowflakes,
  ) {}

  /** Copies a message into channels, unless it was deleted since. */
  async make(messageId: string, targetIds: string[]): Promise<void> {
    const original = await this.repository.original(messageId);
    if (!original || original.deleted_at || targetIds.length === 0) return;
    const copies = targetIds.map((targetId) => ({ id: this.snowflakes.next(), targetId }));
    await this.tell('message:new', await this.repository.insert(original, copies));
  }

  /**
   * Makes copies what the original is now: edited, or deleted too.
   *
   * @param after the last one of the part before
   * @returns where the next part begins; null when it was the last
   */
  async follow(messageId: string, after: string, limit: number): Promise<string | null> {
    const original = await this.repository.original(messageId);
    if (!original) return null;
    const rows = await this.repository.follow(original, after, limit);
    await this.tell(original.deleted_at ? 'message:delete' : 'message:update', rows);
    return rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
  }

  originals(messageIds: string[]): Promise<string[]> {
    return this.repository.originals(messageIds);
  }

  private async tell(event: 'message:new' | 'message:update' | 'message:delete', rows: MessageRow[]): Promise<void> {
    for (const message of rows.map(presentMessage)) {
      const room = await this.permissions.roomOfChannel(message.channelId);
      const { channelId, version } = message;
      if (room !== null) this.publisher.emit(room, event, { channelId, version, message });
    }
  }
}
