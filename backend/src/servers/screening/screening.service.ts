import { Injectable } from '@nestjs/common';
import { idTime, type Member, type Screening } from '@hearth/contract';
import type { Transaction } from '../../database/prisma.service.js';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { Publisher } from '../../realtime/publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { presentMember } from '../servers.presenter.js';
import { ScreeningRepository } from './screening.repository.js';

/** Throws why somebody may not come in. */
type Gate = (transaction: Transaction, serverId: string, userId: string) => Promise<void>;

/** Who may come into a server, and what they do first. */
@Injectable()
export class ScreeningService {
  private readonly gates: Gate[] = [];

  constructor(
    private readonly repository: ScreeningRepository,
    private readonly permissions: PermissionsService,
    private readonly publisher: Publisher,
  ) {}

  /** What else keeps people out. */
  addGate(gate: Gate): void {
    this.gates.push(gate);
  }

  /** @throws NOT_FOUND */
  async get(caller: Caller, serverId: string): Promise<Screening> {
    await this.permissions.server(caller, serverId);
    const screening = await this.repository.of(serverId);
    if (!screening) throw new ProblemError('NOT_FOUND');
    return screening;
  }

  /** @throws NOT_FOUND */
  async accept(caller: Caller, serverId: string): Promise<Member> {
    const { userId } = caller;
    await this.permissions.server(caller, serverId);
    const isNews = await this.repository.transaction((transaction) => this.repository.accept(transaction, serverId, userId));
    if (isNews) await this.permissions.membershipChanged(serverId, userId);
    const row = await this.repository.member(serverId, userId);
    if (!row) throw new ProblemError('NOT_FOUND');
    const member = presentMember(row);
    if (isNews) this.publisher.emit(rooms.server(serverId), 'member:update', member);
    return member;
  }

  isBanned(serverId: string, userId: string): Promise<boolean> {
    return this.repository.isBanned(serverId, userId);
  }

  /** Under the lock of the server's row, so that a ban and a join do not miss each other. @throws BANNED, ACCOUNT_TOO_NEW, and what gates throw */
  async requireAdmissible(transaction: Transaction, serverId: string, userId: string): Promise<void> {
    if (await this.repository.isBanned(serverId, userId, transaction)) throw new ProblemError('BANNED');
    const screening = await this.repository.of(serverId, transaction);
    const missing = idTime(userId) + (screening?.minAccountAge ?? 0) * 1_000 - Date.now();
    if (missing > 0) throw new ProblemError('ACCOUNT_TOO_NEW', { retryAfter: Math.ceil(missing / 1_000) });
    for (const gate of this.gates) await gate(transaction, serverId, userId);
  }
}
