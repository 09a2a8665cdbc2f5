import { Injectable } from '@nestjs/common';
import { idAt } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { RaidRow } from '../automod.presenter.js';

export interface NewRaid {
  serverId: string;
  ruleId: string;
  startedAt: Date;
  until: Date;
  invitesPaused: boolean;
}

@Injectable()
export class RaidsRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /** The raid that lasts, or the last one. */
  latest(serverId: string, client: Transaction = this.prisma): Promise<RaidRow | null> {
    return client.raid.findUnique({ where: { serverId: BigInt(serverId) } });
  }

  /** Who came into a server after a moment with an account that is younger than another, the latest last, at most so many. */
  async newcomers(serverId: string, after: Date, youngerThan: Date, limit: number): Promise<string[]> {
    const rows = await this.prisma.$queryRaw<{ userId: bigint }[]>`
      SELECT user_id AS "userId" FROM joins WHERE server_id = ${BigInt(serverId)} AND joined_at > ${after} AND user_id > ${BigInt(idAt(youngerThan.getTime()))}
      GROUP BY user_id ORDER BY max(joined_at) LIMIT ${limit}`;
    return rows.map(({ userId }) => userId.toString());
  }

  /** Begins a raid, or lets it last longer. True when it began with this: of several nodes that see it one is told so. */
  async begin(transaction: Transaction, { serverId, ruleId, startedAt, until, invitesPaused }: NewRaid): Promise<boolean> {
    const [row] = await transaction.$queryRaw<{ began: boolean }[]>`
      INSERT INTO raids AS r (server_id, rule_id, started_at, until, invites_paused)
      VALUES (${BigInt(serverId)}, ${BigInt(ruleId)}, ${startedAt}, ${until}, ${invitesPaused})
      ON CONFLICT (server_id) DO UPDATE SET
        rule_id = excluded.rule_id,
        started_at = CASE WHEN r.until > excluded.started_at THEN r.started_at ELSE excluded.started_at END,
        until = greatest(r.until, excluded.until),
        invites_paused = excluded.invites_paused
      RETURNING r.started_at = ${startedAt} AS began`;
    return row?.began ?? false;
  }

  /** False when none lasted. The row stays: whoever came before this moment is of no later raid. */
  async end(transaction: Transaction, serverId: string, now: Date, ruleId?: string): Promise<boolean> {
    const { count } = await transaction.raid.updateMany({
      where: { serverId: BigInt(serverId), until: { gt: now }, ...(ruleId !== undefined && { ruleId: BigInt(ruleId) }) },
      data: { until: now },
    });
    return count > 0;
  }
}
