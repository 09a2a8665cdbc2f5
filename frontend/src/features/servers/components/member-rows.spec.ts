import { describe, expect, it } from '@jest/globals';
import type { Member } from '@hearth/contract';
import { memberRows } from './member-rows';

const member = (id: string, displayName: string, nickname: string | null = null): Member => ({
  serverId: '1',
  user: { id, username: displayName.toLowerCase(), displayName, avatar: null },
  nickname,
  roleIds: [],
  joinedAt: '2026-01-01T00:00:00.000Z',
  timeoutUntil: null,
  pending: false,
});

const members = [member('3', 'Zoë'), member('2', 'Mara'), member('4', 'Ivan', 'Bo'), member('5', 'Noor')];

const shown = (present: string[]) =>
  memberRows(members, new Set(present)).map((row) => (row.kind === 'heading' ? `${row.group} ${row.count}` : row.member.user.displayName));

describe('memberRows', () => {
  it('puts those who are here first, each group by the name that is shown', () => {
    expect(shown(['3', '2'])).toEqual(['online 2', 'Mara', 'Zoë', 'offline 2', 'Ivan', 'Noor']);
  });

  it('leaves out an empty group', () => {
    expect(shown([])[0]).toBe('offline 4');
    expect(shown(['2', '3', '4', '5']).at(-1)).toBe('Zoë');
    expect(memberRows([], new Set())).toEqual([]);
  });
});
