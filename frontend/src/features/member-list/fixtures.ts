import type { MemberRow } from '@hearth/contract';
import { buildMember } from '@/features/servers/fixtures';

export const buildRow = (userId: string, row: Partial<MemberRow> = {}): MemberRow => ({
  member: buildMember({ userId }),
  status: 'online',
  text: '',
  textExpiresAt: null,
  ...row,
});

export const buildRows = (from: number, count: number): MemberRow[] =>
  Array.from({ length: count }, (_, index) => buildRow(String(1_000 + from + index)));
