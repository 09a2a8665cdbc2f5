import { describe, expect, test } from '@jest/globals';
import { permissionsOf, type PermissionName } from '@hearth/contract';
import { contested, mergeOverwrites } from './merge';
import { decisionOf, withDecision, withoutTarget, type Decision, type Overwrite } from './overwrites';

const bits = (...names: PermissionName[]) => permissionsOf(...names).toString();
const bakers: Overwrite = { targetId: '20', type: 'ROLE', allow: bits('VIEW_CHANNEL'), deny: bits('SEND_MESSAGES') };
const eve: Overwrite = { targetId: '300', type: 'MEMBER', allow: bits('SEND_MESSAGES'), deny: '0' };
const before = [bakers, eve];
const decide = (list: readonly Overwrite[], { targetId, type }: Overwrite, permission: PermissionName, decision: Decision) =>
  withDecision(list, { id: targetId, type }, permission, decision);

describe('two who change the rules of a channel at the same time', () => {
  test('about different roles and members, both get what they want', () => {
    const draft = decide(before, eve, 'SEND_MESSAGES', 'deny');
    const held = decide(before, bakers, 'SEND_MESSAGES', 'allow');
    const merged = mergeOverwrites(before, draft, held);
    expect(decisionOf(merged, '300', 'SEND_MESSAGES')).toBe('deny');
    expect(decisionOf(merged, '20', 'SEND_MESSAGES')).toBe('allow');
    expect(decisionOf(merged, '20', 'VIEW_CHANNEL')).toBe('allow');
    expect(contested(before, draft, held)).toEqual([]);
  });

  test('about different permissions of one, too', () => {
    const draft = decide(before, bakers, 'CREATE_THREADS', 'deny');
    const held = decide(before, bakers, 'SEND_MESSAGES', 'inherit');
    const merged = mergeOverwrites(before, draft, held);
    expect(decisionOf(merged, '20', 'CREATE_THREADS')).toBe('deny');
    expect(decisionOf(merged, '20', 'SEND_MESSAGES')).toBe('inherit');
    expect(contested(before, draft, held)).toEqual([]);
  });

  test('about the same permission, the draft wins and it can be told', () => {
    const draft = decide(before, bakers, 'SEND_MESSAGES', 'allow');
    const held = decide(before, bakers, 'SEND_MESSAGES', 'inherit');
    expect(decisionOf(mergeOverwrites(before, draft, held), '20', 'SEND_MESSAGES')).toBe('allow');
    expect(contested(before, draft, held)).toEqual(['20']);
  });

  test('who decide the same do not contest it', () => {
    const same = decide(before, bakers, 'SEND_MESSAGES', 'allow');
    expect(mergeOverwrites(before, same, same)).toEqual(same);
    expect(contested(before, same, same)).toEqual([]);
  });

  test('what one adds or takes out stays so, and what the other adds or takes out', () => {
    const guests: Overwrite = { targetId: '40', type: 'ROLE', allow: bits('VIEW_CHANNEL'), deny: '0' };
    expect(mergeOverwrites(before, [...before, guests], withoutTarget(before, '300'))).toEqual([bakers, guests]);
    expect(mergeOverwrites(before, withoutTarget(before, '300'), [...before, guests])).toEqual([bakers, guests]);
  });
});
