import { Injectable } from '@nestjs/common';
import type { MemberRow } from '@hearth/contract';
import { PresenceService } from '../presence/presence.service.js';
import { presentRow } from './member-list.presenter.js';
import { MemberListRepository, type ListedRow } from './member-list.repository.js';

/** Reads members as a list shows them. */
@Injectable()
export class MemberReader {
  constructor(
    private readonly repository: MemberListRepository,
    private readonly presence: PresenceService,
  ) {}

  async all(serverId: string): Promise<{ hoisted: string[]; rows: MemberRow[] }> {
    const [hoisted, rows] = await Promise.all([this.repository.hoistedRoles(serverId), this.repository.all(serverId)]);
    return { hoisted, rows: await this.present(serverId, rows) };
  }

  async some(serverId: string, userIds: string[]): Promise<MemberRow[]> {
    return this.present(serverId, await this.repository.some(serverId, userIds));
  }

  private async present(serverId: string, rows: ListedRow[]): Promise<MemberRow[]> {
    const presences = await this.presence.look(rows);
    const shown = new Map(presences.map((presence) => [presence.userId, presence]));
    return rows.flatMap((row) => {
      const presence = shown.get(row.userId);
      return presence ? [presentRow(serverId, row, presence)] : [];
    });
  }
}
