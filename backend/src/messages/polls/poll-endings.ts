import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueWork } from '../../jobs/due-work.js';
import { MessageChanges } from '../message-changes.js';
import { MessagesService } from '../messages.service.js';
import { PollsRepository, type DuePoll } from './polls.repository.js';

/** Ended at once by one node. */
const AT_ONCE = 50;

/**
 * Ends polls at their time and says so in the channel. However many nodes look at once, and whatever ends in between, a poll is closed by
 * one statement and told of by one notice, whose id the poll holds.
 */
@Injectable()
export class PollEndings implements OnModuleInit {
  constructor(
    private readonly repository: PollsRepository,
    private readonly changes: MessageChanges,
    private readonly messages: MessagesService,
    private readonly due: DueWork,
  ) {}

  onModuleInit(): void {
    this.due.watch(() => this.endDue());
  }

  /** True where more may be due. */
  async endDue(): Promise<boolean> {
    const polls = await this.repository.due(new Date().toISOString(), AT_ONCE);
    for (const poll of polls) await this.finish(poll);
    return polls.length === AT_ONCE;
  }

  async finish({ id, channel_id: channelId, server_id: serverId }: DuePoll): Promise<void> {
    await this.changes.amend(id, async (guard, row) => {
      const { expiresAt, closedAt } = row.poll ?? {};
      return expiresAt && !closedAt ? this.repository.close(guard, id, expiresAt) : null;
    });
    const row = await this.repository.byId(id);
    if (!row?.poll?.closedAt) return;
    await this.messages.notice(
      { id: channelId, serverId },
      {
        ...(row.poll.noticeId !== undefined && { id: row.poll.noticeId }),
        authorId: row.author_id,
        type: 'POLL_RESULT',
        details: { messageId: id, messageSeq: row.seq },
      },
    );
    await this.repository.markTold(id);
  }
}
