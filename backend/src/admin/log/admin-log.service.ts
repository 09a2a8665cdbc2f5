import { Injectable } from '@nestjs/common';
import type { AdminAction, AdminLogEntry, AuditChange } from '@hearth/contract';
import type { Transaction } from '../../database/prisma.service.js';
import { Snowflakes } from '../../database/snowflakes.js';
import type { Caller } from '../../http/caller.js';
import { UsersService } from '../../users/users.service.js';
import { AdminLogRepository } from './admin-log.repository.js';

interface Act {
  action: AdminAction;
  target?: string;
  changes?: AuditChange[];
}

/** What was done to the installation as a whole. */
@Injectable()
export class AdminLogService {
  constructor(
    private readonly repository: AdminLogRepository,
    private readonly users: UsersService,
    private readonly snowflakes: Snowflakes,
  ) {}

  /** @param transaction of the act, where it has one: neither is kept without the other */
  async record({ userId: actorId }: Caller, { action, target, changes = [] }: Act, transaction?: Transaction): Promise<void> {
    await this.repository.insert({ id: this.snowflakes.next(), actorId, action, target: target ?? null, changes }, transaction);
  }

  /** The newest first. */
  async list(before: string | undefined, limit: number): Promise<{ entries: AdminLogEntry[]; nextCursor: string | null }> {
    const rows = await this.repository.list(before, limit + 1);
    const page = rows.slice(0, limit);
    const people = await this.users.summaries([...new Set(page.map(({ actorId }) => actorId))]);
    const entries = page.map(({ actorId, createdAt, ...row }) => ({
      ...row,
      actor: people.get(actorId) ?? null,
      createdAt: createdAt.toISOString(),
    }));
    return { entries, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }
}
