import { Injectable } from '@nestjs/common';
import type { Session } from '@hearth/contract';
import { Bus } from '../../cluster/bus.js';
import { Snowflakes } from '../../database/snowflakes.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import type { Device } from './device.js';
import { hashRefreshToken, makeRefreshToken } from './refresh-token.js';
import { SessionCache } from './session-cache.js';
import { presentSession } from './sessions.presenter.js';
import { SessionsRepository } from './sessions.repository.js';

export interface OpenSession extends Caller {
  refreshToken: string;
}

/** The signed-in devices of accounts and the refresh tokens that keep them signed in. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly cache: SessionCache,
    private readonly bus: Bus,
    private readonly snowflakes: Snowflakes,
  ) {}

  async open(userId: string, device: Device): Promise<OpenSession> {
    const sessionId = this.snowflakes.next();
    const { token, hash } = makeRefreshToken();
    await this.repository.insert({ id: sessionId, userId, device, hash });
    return { userId, sessionId, refreshToken: token };
  }

  /** A new token for an old one. One that was replaced a while ago was copied, so its session ends. @throws SESSION_ENDED */
  async rotate(refreshToken: string, device: Device): Promise<OpenSession> {
    const { token, hash } = makeRefreshToken();
    const rotation = await this.repository.rotate(hashRefreshToken(refreshToken), hash, device);
    if (rotation?.outcome === 'reused') await this.announceEnd([rotation.sessionId]);
    if (rotation?.outcome !== 'rotated') throw new ProblemError('SESSION_ENDED');
    return { userId: rotation.userId, sessionId: rotation.sessionId, refreshToken: token };
  }

  async endByToken(refreshToken: string): Promise<void> {
    const sessionId = await this.repository.removeByToken(hashRefreshToken(refreshToken));
    if (sessionId) await this.announceEnd([sessionId]);
  }

  /** @throws SESSION_ENDED */
  async requireLive(sessionId: string): Promise<void> {
    if (!(await this.cache.isLive(sessionId))) throw new ProblemError('SESSION_ENDED');
  }

  async list(caller: Caller): Promise<Session[]> {
    const sessions = await this.repository.ofUser(caller.userId);
    return sessions.map((session) => presentSession(session, caller.sessionId));
  }

  /** An own one, also the present one. @throws NOT_FOUND */
  async revoke(caller: Caller, sessionId: string): Promise<void> {
    if (!(await this.repository.remove(sessionId, caller.userId))) throw new ProblemError('NOT_FOUND');
    await this.announceEnd([sessionId]);
  }

  async endAll(userId: string): Promise<void> {
    const sessionIds = await this.repository.removeAll(userId);
    if (sessionIds.length > 0) await this.announceEnd(sessionIds);
  }

  async sweepExpired(): Promise<void> {
    const sessionIds = await this.repository.removeExpired();
    if (sessionIds.length > 0) await this.announceEnd(sessionIds);
  }

  /** After commit: every node forgets the sessions and ends their sockets. */
  private announceEnd(sessionIds: string[]): Promise<void> {
    return this.bus.publish('sessions:ended', { sessionIds });
  }
}
