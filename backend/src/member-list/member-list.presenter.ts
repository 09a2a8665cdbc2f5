import type { MemberRow, Presence } from '@hearth/contract';
import type { ListedRow } from './member-list.repository.js';

export const presentRow = (serverId: string, row: ListedRow, { status, text, textExpiresAt }: Presence): MemberRow => ({
  member: {
    serverId,
    user: { id: row.userId, username: row.username, displayName: row.displayName, avatar: row.avatar },
    nickname: row.nickname,
    roleIds: row.roleIds,
    joinedAt: row.joinedAt.toISOString(),
    timeoutUntil: row.timeoutUntil?.toISOString() ?? null,
    pending: row.pending,
  },
  status,
  text,
  textExpiresAt,
});
