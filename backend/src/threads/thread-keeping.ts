import { Injectable, type OnModuleInit } from '@nestjs/common';
import { limits, type Channel } from '@hearth/contract';
import { JobsService } from '../jobs/jobs.service.js';
import { MessagesService } from '../messages/messages.service.js';
import { PermissionsService, type SightChange } from '../permissions/permissions.service.js';
import { ThreadNews } from './thread-news.js';
import { presentThread, ThreadsRepository, type OwnReadState } from './threads.repository.js';

const ARCHIVE_EVERY = 60_000;
const CLEAN_EVERY = 3_600_000;

/** Follows what makes threads sleep, wake and come into sight. */
@Injectable()
export class ThreadKeeping implements OnModuleInit {
  constructor(
    private readonly repository: ThreadsRepository,
    private readonly messages: MessagesService,
    private readonly permissions: PermissionsService,
    private readonly news: ThreadNews,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'archive-threads', every: ARCHIVE_EVERY, run: () => this.archiveIdle() });
    this.jobs.define({ name: 'remove-empty-threads', every: CLEAN_EVERY, run: () => this.removeEmpty() });
    this.messages.onThreadEntered(({ threadId, userIds, reopened }) =>
      reopened ? this.tellReopened(threadId, userIds) : this.tellEntered(threadId, userIds),
    );
    this.permissions.onSightChanged((change) => this.tellGained(change));
  }

  async archiveIdle(): Promise<void> {
    const rows = await this.repository.archiveIdle();
    await this.news.changed(rows.map(presentThread));
  }

  removeEmpty(): Promise<void> {
    return this.repository.removeEmpty();
  }

  private async tellEntered(threadId: string, userIds: string[]): Promise<void> {
    const thread = await this.thread(threadId);
    const states = await this.repository.readStates([threadId]);
    if (thread) await this.news.entered(thread, statesOf(states, userIds));
  }

  /** A message is never refused because of the limit: instead of what woke, what slept most goes to sleep. */
  private async tellReopened(threadId: string, newcomers: string[]): Promise<void> {
    const thread = await this.thread(threadId);
    if (!thread?.serverId) return;
    const asleep = await this.repository.archiveBeyond(thread.serverId, limits.activeThreads);
    await this.news.changed([thread, ...asleep.map(presentThread)]);
    const states = await this.repository.readStates([threadId]);
    const others = states.map((state) => state.user_id).filter((userId) => !newcomers.includes(userId));
    await this.news.joined(thread, statesOf(states, others));
    await this.news.entered(thread, statesOf(states, newcomers));
  }

  /** Whoever comes to see a channel again finds the threads in it that they are in. */
  private async tellGained({ gained }: SightChange): Promise<void> {
    if (gained.length === 0) return;
    const userIds = [...new Set(gained.flatMap((sight) => sight.userIds))];
    const { rows, states } = await this.repository.joinedIn(
      gained.map(({ channelId }) => channelId),
      userIds,
    );
    const whoGained = new Map(gained.map((sight) => [sight.channelId, new Set(sight.userIds)]));
    for (const thread of rows.map(presentThread)) {
      const seeing = whoGained.get(thread.parentId ?? '');
      this.news.joinedHere(
        thread,
        states.filter((state) => state.channel_id === thread.id && seeing?.has(state.user_id)),
      );
    }
  }

  private async thread(threadId: string): Promise<Channel | null> {
    const row = await this.repository.byId(threadId);
    return row && presentThread(row);
  }
}

const statesOf = (states: OwnReadState[], userIds: string[]) => states.filter((state) => userIds.includes(state.user_id));
