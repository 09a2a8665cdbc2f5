import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasPermission, id, type Message } from '@hearth/contract';
import * as z from 'zod';
import { ProblemError } from '../http/problem.js';
import { defineJob } from '../jobs/job.js';
import { JobsService } from '../jobs/jobs.service.js';
import { EmbedsService } from '../messages/embeds/embeds.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { linksIn, pageOf } from './links.js';
import { PagePreviews } from './page/page-previews.js';
import { PreviewsRepository } from './previews.repository.js';

const making = defineJob('previews:make', z.object({ messageId: id }), { attempts: 3, queue: 'outside' });

/** Gives messages previews of their links, some time after they were written. */
@Injectable()
export class Previewing implements OnModuleInit {
  constructor(
    private readonly embeds: EmbedsService,
    private readonly pages: PagePreviews,
    private readonly repository: PreviewsRepository,
    private readonly permissions: PermissionsService,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(making, { run: (part) => this.make(part) });
    this.jobs.define({ name: 'previews:sweep', every: 3_600_000, run: () => this.repository.sweep() });
    this.embeds.onWritten((messages) => this.begin(messages));
  }

  private async begin(messages: Message[]): Promise<void> {
    const wanting = messages.filter((message) => !message.origin && (message.embeds.length > 0 || linksIn(message.content).length > 0));
    await Promise.all(
      wanting.map(({ id: messageId, editedAt }) => this.jobs.enqueue(making, `${messageId}/${editedAt ?? ''}`, { messageId })),
    );
  }

  /** What the message says by now decides whether it gets them. */
  private async make({ messageId }: z.infer<typeof making.payload>): Promise<undefined> {
    const written = await this.embeds.written(messageId);
    if (!written) return;
    const { authorId, channelId, content } = written;
    const links = (await this.mayEmbed(authorId, channelId)) ? linksIn(content) : [];
    const previews = await this.pages.of(links.map(pageOf), authorId);
    const found = links.flatMap((url) => {
      const preview = previews.get(pageOf(url));
      return preview ? [{ url, preview }] : [];
    });
    await this.embeds.set(messageId, content, found);
  }

  private async mayEmbed(userId: string, channelId: string): Promise<boolean> {
    try {
      const { permissions } = await this.permissions.channel({ userId }, channelId);
      return hasPermission(permissions, 'EMBED_LINKS');
    } catch (refusal) {
      if (refusal instanceof ProblemError) return false;
      throw refusal;
    }
  }
}
