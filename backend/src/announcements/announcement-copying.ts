import { Injectable, type OnModuleInit } from '@nestjs/common';
import { id } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import * as z from 'zod';
import { Snowflakes } from '../database/snowflakes.js';
import { defineJob } from '../jobs/job.js';
import { JobsService } from '../jobs/jobs.service.js';
import { CopiesService } from '../messages/copies/copies.service.js';
import { MessagesService } from '../messages/messages.service.js';
import { AnnouncementsRepository } from './announcements.repository.js';

/** Channels in one statement, which holds all of them until it is done. */
const AT_ONCE = 100;

const copying = defineJob('announcements:copy', z.object({ messageId: id, channelId: id, after: z.string() }));
const following = defineJob('announcements:follow', z.object({ messageId: id, after: z.string() }));

/** Brings announcements to their followers in the background, and what becomes of them. */
@Injectable()
export class AnnouncementCopying implements OnModuleInit {
  constructor(
    private readonly repository: AnnouncementsRepository,
    private readonly copies: CopiesService,
    private readonly messages: MessagesService,
    private readonly jobs: JobsService,
    private readonly snowflakes: Snowflakes,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('announcements');
  }

  onModuleInit(): void {
    this.jobs.handle(copying, { run: (part) => this.copy(part) });
    this.jobs.handle(following, { run: (part) => this.follow(part) });
    this.messages.changed.add((messageIds) => this.followChanged(messageIds));
  }

  /** Again is as good as once: what has its copies is passed over. */
  async begin(messageId: string, channelId: string): Promise<void> {
    await this.jobs.enqueue(copying, this.snowflakes.next(), { messageId, channelId, after: '0' });
  }

  private async copy({ messageId, channelId, after }: z.infer<typeof copying.payload>) {
    const targetIds = await this.repository.targetIds(channelId, after, AT_ONCE);
    if (await this.copies.make(messageId, targetIds)) await this.beginFollowing(messageId);
    const last = targetIds.length === AT_ONCE ? targetIds.at(-1) : undefined;
    return last === undefined ? undefined : { messageId, channelId, after: last };
  }

  private async follow({ messageId, after }: z.infer<typeof following.payload>) {
    const next = await this.copies.follow(messageId, after, AT_ONCE);
    return next === null ? undefined : { messageId, after: next };
  }

  private beginFollowing(messageId: string): Promise<void> {
    return this.jobs.enqueue(following, this.snowflakes.next(), { messageId, after: '0' });
  }

  /** The change itself stands: whoever made it is not told that the copies could not follow. */
  private async followChanged(messageIds: string[]): Promise<void> {
    try {
      const originals = await this.copies.originals(messageIds);
      await Promise.all(originals.map((messageId) => this.beginFollowing(messageId)));
    } catch (fault) {
      this.logger.error({ err: fault, messageIds }, 'copies of announcements could not follow');
    }
  }
}
