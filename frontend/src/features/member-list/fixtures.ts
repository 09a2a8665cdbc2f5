import type { MemberRow } from '@hearth/contract';

export const buildRow = (userId: string, row: Partial<MemberRow> = {}): MemberRow => ({
  member: {
    serverId: '10',
    user: { id: userId, username: `user${userId}`, displayName: `User ${userId}`, avatar: null },
    nickname: null,
    roleIds: [],
    joinedAt: '2026-11-21T09:00:00.000Z',
    timeoutUntil: null,
    pending: false,
  },
  status: 'online',
  text: '',
  textExpiresAt: null,
  ...row,
});

export const buildRows = (from: number, count: number): MemberRow[] =>
  Array.from({ length: count }, (_, index) => buildRow(String(1_000 + from + index)));
