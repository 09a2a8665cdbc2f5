import { describe, expect, it } from '@jest/globals';
import { buildMember } from '@/features/servers/fixtures';
import { applyMember, applyUser, removeMember } from './cache';

const [ada, ben] = [buildMember({ userId: '1' }), buildMember({ userId: '2' })] as const;
const found = [ada, ben];

describe('members that were searched for', () => {
  it('change and go', () => {
    expect(applyMember(found, { ...ben, nickname: 'B' })).toEqual([ada, { ...ben, nickname: 'B' }]);
    expect(removeMember(found, '1')).toEqual([ben]);
    expect(applyUser(found, { ...ada.user, displayName: 'Countess' })[0]?.user.displayName).toBe('Countess');
  });

  it('stay the same list where nobody among them changed', () => {
    const cleo = buildMember({ userId: '3' });
    expect(applyMember(found, cleo)).toBe(found);
    expect(removeMember(found, '3')).toBe(found);
    expect(applyUser(found, cleo.user)).toBe(found);
  });
});
