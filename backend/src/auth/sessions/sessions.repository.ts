import { Injectable } from '@nestjs/common';
import { limits } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import type { Device } from './device.js';
import type { SessionRow } from './sessions.presenter.js';

type Hash = Uint8Array<ArrayBuffer>;

export interface NewSession {
  id: string;
  userId: string;
  device: Device;
  hash: Hash;
}

/** `reused`: the token was replaced too long ago, so somebody holds a copy of it. The session is gone then. */
export type Rotation = { outcome: 'rotated' | 'reused'; sessionId: string; userId: string };

type TokenState = 'current' | 'justReplaced' | 'replaced';

@Injectable()
export class SessionsRepository {
  constructor(private readonly prisma: PrismaService) {}

  async insert({ id, userId, device, hash }: NewSession): Promise<void> {
    await this.prisma.session.create({
      data: { id: BigInt(id), userId: BigInt(userId), ...device, expiresAt: slidingExpiry(), refreshTokens: { create: { hash } } },
      select: { id: true },
    });
  }

  async isLive(sessionId: string): Promise<boolean> {
    const rows = await this.prisma.statement('sessions_is_live', 'SELECT 1 AS live FROM sessions WHERE id = $1 AND expires_at > now()', [
      sessionId,
    ]);
    return rows.length > 0;
  }

  /** Those of the sessions that live. */
  async live(sessionIds: string[]): Promise<Set<string>> {
    const rows = await this.prisma.statement<{ id: string }>(
      'sessions_live',
      'SELECT id FROM sessions WHERE id = ANY($1::bigint[]) AND expires_at > now()',
      [sessionIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The most recently used first. */
  ofUser(userId: string): Promise<SessionRow[]> {
    return this.prisma.session.findMany({
      where: { userId: BigInt(userId), expiresAt: { gt: new Date() } },
      orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    });
  }

  /** @returns their ids */
  async removeAll(userId: string): Promise<string[]> {
    const rows = await this.prisma.statement<{ id: string }>(
      'sessions_remove_all',
      'DELETE FROM sessions WHERE user_id = $1 RETURNING id',
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  /** False when the user has no such session. */
  async remove(sessionId: string, userId: string): Promise<boolean> {
    const { count } = await this.prisma.session.deleteMany({ where: { id: BigInt(sessionId), userId: BigInt(userId) } });
    return count > 0;
  }

  /** Ends the session that a token belongs or belonged to; null when there is none. */
  async removeByToken(hash: Hash): Promise<string | null> {
    const found = await this.prisma.refreshToken.findUnique({
      where: { hash },
      select: { session: { select: { id: true, userId: true } } },
    });
    if (!found) return null;
    const sessionId = found.session.id.toString();
    await this.remove(sessionId, found.session.userId.toString());
    return sessionId;
  }

  /** Puts a new token in the place of an old one; null when the old one belongs to no session. */
  rotate(old: Hash, replacement: Hash, device: Device): Promise<Rotation | null> {
    return this.prisma.$transaction(async (transaction) => {
      const session = await this.lockByToken(transaction, old);
      if (!session) return null;
      const { id } = session;
      const ids = { sessionId: id.toString(), userId: session.userId.toString() };
      const state = await this.stateOf(transaction, old);
      if (state === 'replaced') {
        await transaction.session.delete({ where: { id } });
        return { outcome: 'reused', ...ids };
      }
      if (state === 'current') await this.retire(transaction, id);
      await transaction.refreshToken.create({ data: { hash: replacement, sessionId: id } });
      await transaction.session.update({ where: { id }, data: { ...device, lastUsedAt: new Date(), expiresAt: slidingExpiry() } });
      return { outcome: 'rotated', ...ids };
    });
  }

  /** Returns the ids of the sessions that had run out. Of a session that lives, tokens go that no browser can hold any more. */
  async removeExpired(): Promise<string[]> {
    await this.prisma.$executeRaw`
      DELETE FROM refresh_tokens WHERE replaced_at < now() - make_interval(days => ${limits.refreshTokenDays}::int)`;
    const expired = await this.prisma.$queryRaw<{ id: bigint }[]>`DELETE FROM sessions WHERE expires_at <= now() RETURNING id`;
    return expired.map(({ id }) => id.toString());
  }

  /** Of two refreshes at once the second waits here, and then sees what the first did. */
  private async lockByToken(transaction: Transaction, hash: Hash): Promise<{ id: bigint; userId: bigint } | undefined> {
    const sessions = await transaction.$queryRaw<{ id: bigint; userId: bigint }[]>`
      SELECT id, user_id AS "userId" FROM sessions
      WHERE id = (SELECT session_id FROM refresh_tokens WHERE hash = ${hash}) AND expires_at > now() FOR UPDATE`;
    return sessions[0];
  }

  private async stateOf(transaction: Transaction, hash: Hash): Promise<TokenState> {
    // The database's clock on both sides, so that the clocks of nodes do not matter.
    const [token] = await transaction.$queryRaw<{ state: TokenState }[]>`
      SELECT CASE
        WHEN replaced_at IS NULL THEN 'current'
        WHEN replaced_at >= clock_timestamp() - make_interval(secs => ${limits.refreshGraceSeconds}::int) THEN 'justReplaced'
        ELSE 'replaced'
      END AS state FROM refresh_tokens WHERE hash = ${hash}`;
    return token?.state ?? 'replaced';
  }

  /** All that are current, since two tabs may have got one each: the browser keeps only one of them. */
  private async retire(transaction: Transaction, sessionId: bigint): Promise<void> {
    await transaction.$executeRaw`
      UPDATE refresh_tokens SET replaced_at = clock_timestamp() WHERE session_id = ${sessionId} AND replaced_at IS NULL`;
  }
}

const slidingExpiry = (): Date => new Date(Date.now() + limits.refreshTokenDays * 24 * 3_600 * 1_000);
