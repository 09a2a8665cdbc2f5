import { Injectable, type OnModuleInit } from '@nestjs/common';
import { id, idAt } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import * as z from 'zod';
import { SessionsService } from '../auth/sessions/sessions.service.js';
import { GroupsService } from '../conversations/groups/groups.service.js';
import { FilesService } from '../files/files.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { defineJob } from '../jobs/job.js';
import { JobsService } from '../jobs/jobs.service.js';
import { AttachmentsService } from '../messages/attachments/attachments.service.js';
import { RemovalsService } from '../messages/bulk-delete/removals.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';
import { RelationshipsService } from '../relationships/relationships.service.js';
import { ServersService } from '../servers/servers.service.js';
import { AccountsRepository } from './accounts.repository.js';

/** `from` is the id of the first message that was not looked at. */
const erase = defineJob('accounts:erase', z.object({ userId: id, step: z.enum(['places', 'messages', 'files']), from: z.string() }));
type Part = z.infer<typeof erase.payload>;

const LOOK_EVERY = 10 * 60_000;
const DAY = 24 * 3_600_000;
const AT_ONCE = 20;
/** Node clocks differ, and ids may run ahead of them. */
const AHEAD = 60_000;

/** Takes away what goes with an account that is gone: where it was, its files, and what it wrote where that was asked for. */
@Injectable()
export class AccountErasure implements OnModuleInit {
  constructor(
    private readonly repository: AccountsRepository,
    private readonly sessions: SessionsService,
    private readonly servers: ServersService,
    private readonly groups: GroupsService,
    private readonly relationships: RelationshipsService,
    private readonly attachments: AttachmentsService,
    private readonly removals: RemovalsService,
    private readonly files: FilesService,
    private readonly permissions: PermissionsService,
    private readonly jobs: JobsService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('accounts');
  }

  onModuleInit(): void {
    this.jobs.handle(erase, { run: (part) => this.run(part) });
    this.jobs.define({ name: 'accounts:unerased', every: LOOK_EVERY, run: () => this.resume() });
  }

  begin(userId: string): Promise<void> {
    return this.enqueue(userId, userId);
  }

  /** What a broker or a node lost on the way, or what was tried in vain: that is remembered, so that it has another key on each day. */
  async resume(): Promise<void> {
    const now = Date.now();
    const day = Math.floor(now / DAY);
    for (const userId of await this.repository.unerased(new Date(now - LOOK_EVERY), AT_ONCE))
      await this.enqueue(userId, `${userId}/${day}`);
  }

  private async enqueue(userId: string, key: string): Promise<void> {
    try {
      await this.jobs.enqueue(erase, key, { userId, step: 'places', from: '0' });
    } catch (fault) {
      this.logger.warn({ err: fault }, 'what is left of an account waits');
    }
  }

  private async run(part: Part): Promise<Part | undefined> {
    const { userId, step } = part;
    if (step === 'places') {
      await this.leaveAll(userId);
      return { ...part, step: (await this.repository.erasesMessages(userId)) ? 'messages' : 'files' };
    }
    if (step === 'messages') return this.removeMessages(part);
    if (await this.removeFiles(userId)) return part;
    await this.repository.complete(userId);
    return undefined;
  }

  private async leaveAll(userId: string): Promise<void> {
    // A device that signed in while the account went.
    await this.sessions.endAll(userId);
    const caller: Caller = { userId, sessionId: '0' };
    for (const serverId of await this.permissions.serversOf(userId)) await unlessGone(this.servers.leave(caller, serverId));
    for (const channelId of await this.groups.idsOf(userId)) await unlessGone(this.groups.remove(caller, channelId, userId));
    for (const { user } of await this.relationships.list(caller)) await unlessGone(this.relationships.remove(caller, user.id));
  }

  private async removeMessages(part: Part): Promise<Part> {
    const selection = { serverId: null, authorIds: [part.userId], from: part.from, until: idAt(Date.now() + AHEAD) };
    const { next } = await this.removals.removeSome(selection);
    return next === null ? { ...part, step: 'files' } : { ...part, from: next };
  }

  /** False when there are none any more. */
  private async removeFiles(userId: string): Promise<boolean> {
    const empty = await this.attachments.removeSome(userId);
    for (const [channelId, ids] of empty ?? []) await this.removals.remove(channelId, ids);
    if (!empty) await this.files.removeOwn(userId);
    return empty !== null;
  }
}

/** Twice is as good as once. */
async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (fault) {
    if (!(fault instanceof ProblemError && fault.code === 'NOT_FOUND')) throw fault;
  }
}
