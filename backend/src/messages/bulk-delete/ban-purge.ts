import { Injectable, type OnModuleInit } from '@nestjs/common';
import { id, idAt } from '@hearth/contract';
import * as z from 'zod';
import { Snowflakes } from '../../database/snowflakes.js';
import { defineJob } from '../../jobs/job.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { BansService, type BanNews } from '../../servers/bans/bans.service.js';
import { RemovalsService } from './removals.service.js';

/** `from` and `until` bound the ids of what goes; `total` is what there was to do. */
const purge = defineJob(
  'messages:purge-banned',
  z.object({ serverId: id, userId: id, moderatorId: id, from: z.string(), until: z.string(), done: z.int(), total: z.int() }),
);
type Purge = z.infer<typeof purge.payload>;

/** Node clocks differ, and ids may run ahead of them. */
const AHEAD = 60_000;

/** Deletes the last messages of somebody who was banned, in the background. */
@Injectable()
export class BanPurge implements OnModuleInit {
  constructor(
    private readonly bans: BansService,
    private readonly removals: RemovalsService,
    private readonly jobs: JobsService,
    private readonly snowflakes: Snowflakes,
    private readonly publisher: Publisher,
  ) {}

  onModuleInit(): void {
    this.bans.banned.add((news) => this.begin(news));
    this.jobs.handle(purge, { run: (part) => this.run(part), failed: (part) => this.tell(part, 'FAILED') });
  }

  private async begin({ serverId, userId, moderatorId, deleteMessageSeconds }: BanNews): Promise<void> {
    if (deleteMessageSeconds === 0) return;
    const now = Date.now();
    const bounds = { from: idAt(now - deleteMessageSeconds * 1_000), until: idAt(now + AHEAD) };
    const total = await this.removals.count({ serverId, authorIds: [userId], ...bounds });
    if (total > 0) await this.jobs.enqueue(purge, this.snowflakes.next(), { serverId, userId, moderatorId, ...bounds, done: 0, total });
  }

  private async run(part: Purge): Promise<Purge | undefined> {
    const { serverId, userId, from, until, done, total } = part;
    const { found, next } = await this.removals.removeSome({ serverId, authorIds: [userId], from, until });
    if (next === null) return void (await this.tell({ ...part, done: total }, 'DONE'));
    const rest = { ...part, from: next, done: Math.min(done + found, total) };
    await this.tell(rest, 'RUNNING');
    return rest;
  }

  private tell({ serverId, userId, moderatorId, done, total }: Purge, status: 'RUNNING' | 'DONE' | 'FAILED'): Promise<void> {
    const progress = { serverId, kind: 'BAN', targetId: userId, status, done, total } as const;
    this.publisher.emit(rooms.user(moderatorId), 'moderation:progress', progress);
    return Promise.resolve();
  }
}
