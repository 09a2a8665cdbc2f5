import { describe, expect, test } from '@jest/globals';
import { type IncidentPreview, limits, type Suspect, type SuspectChange } from '@hearth/contract';
import { extentOf, fullPlan, isNothing, planWith, unlisted } from './plan';

const suspect = (id: string, more: Partial<Suspect> = {}): Suspect => ({
  user: { id, username: `user${id}`, displayName: `User ${id}`, avatar: null },
  joinedAt: '2026-11-21T09:00:00.000Z',
  inviter: null,
  inviteCode: 'abc',
  isMember: true,
  isBanned: false,
  messages: 10,
  changes: 1,
  canActOn: true,
  ...more,
});

const change = (actorId: string, canRevert: boolean): SuspectChange => ({
  id: `${actorId}0`,
  actorId,
  action: 'ROLE_DELETE',
  targetId: null,
  targetName: 'Bakers',
  createdAt: '2026-11-21T09:01:00.000Z',
  canRevert,
});

const preview: IncidentPreview = {
  suspects: [suspect('1'), suspect('2', { isMember: false }), suspect('3', { canActOn: false })],
  joins: 3,
  channels: [],
  changes: [change('1', true), change('1', false), change('3', true)],
};

describe('what is not listed of a raid', () => {
  test('is nothing where all of it is', () => {
    expect(unlisted({ ...preview, changes: preview.suspects.map(({ user }) => change(user.id, true)) })).toEqual({ people: 0, changes: 0 });
  });

  test('is what goes beyond, those in question counted who did not come then', () => {
    const suspects = [suspect('1', { changes: 2_500 }), suspect('2', { joinedAt: null, changes: 0 })];
    expect(unlisted({ ...preview, suspects, joins: limits.incidentSuspects, changes: [change('1', true)] })).toEqual({
      people: 1,
      changes: 2_499,
    });
  });
});

describe('what a raid is undone with', () => {
  test('everything and everybody at first, but for those who stand too high', () => {
    expect([...fullPlan(preview).userIds]).toEqual(['1', '2']);
    expect(extentOf(preview, fullPlan(preview))).toEqual({ people: 2, messages: 20, changes: 1 });
  });

  test('who has left already is not kicked', () => {
    expect(extentOf(preview, { ...fullPlan(preview), removeMembers: 'kick' }).people).toBe(1);
  });

  test('with another in question, whoever was left out before stays so', () => {
    const before = { ...fullPlan(preview), userIds: new Set(['1']), removeMembers: 'kick', reason: 'Raid' } as const;
    const more = { ...preview, suspects: [suspect('4'), suspect('5', { canActOn: false }), ...preview.suspects] };
    const after = planWith(before, more, '4');
    expect([...after.userIds]).toEqual(['1', '4']);
    expect(after).toMatchObject({ removeMembers: 'kick', reason: 'Raid' });
    expect([...planWith(before, more, '5').userIds]).toEqual(['1']);
    expect([...planWith(before, { ...more, suspects: [suspect('4')] }, '4').userIds]).toEqual(['4']);
  });

  test('only what is asked for', () => {
    const plan = { ...fullPlan(preview), userIds: new Set(['2']), removeMembers: 'none', deleteMessages: false } as const;
    expect(extentOf(preview, plan)).toEqual({ people: 0, messages: 0, changes: 0 });
    expect(isNothing(extentOf(preview, plan))).toBe(true);
  });
});
