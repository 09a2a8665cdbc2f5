import type { Ban, UserSummary } from '@hearth/contract';
import { presentUserSummary, type UserSummaryRow } from '../../users/users.service.js';

export interface BanRow {
  serverId: bigint;
  moderatorId: bigint | null;
  reason: string | null;
  createdAt: Date;
  user: UserSummaryRow;
}

/** @param people moderators, by id */
export const presentBan = ({ serverId, moderatorId, user, reason, createdAt }: BanRow, people: ReadonlyMap<string, UserSummary>): Ban => ({
  serverId: serverId.toString(),
  user: presentUserSummary(user),
  moderator: people.get(moderatorId?.toString() ?? '') ?? null,
  reason,
  createdAt: createdAt.toISOString(),
});
