import { describe, expect, test } from '@jest/globals';
import { permissionsOf } from '@hearth/contract';
import { type Overwrite, decisionOf, isPrivate, meanTheSame, normalOverwrites, viewersOf, withDecision, withPrivacy } from './overwrites';

const EVERYONE = '10';
const bits = (...names: Parameters<typeof permissionsOf>) => permissionsOf(...names).toString();
const bakers: Overwrite = { targetId: '20', type: 'ROLE', allow: bits('VIEW_CHANNEL'), deny: bits('SEND_MESSAGES') };

describe('decisions', () => {
  test('one is read as it was made', () => {
    for (const decision of ['deny', 'allow', 'inherit'] as const) {
      const after = withDecision([bakers], { id: '20', type: 'ROLE' }, 'SEND_MESSAGES', decision);
      expect(decisionOf(after, '20', 'SEND_MESSAGES')).toBe(decision);
      expect(decisionOf(after, '20', 'VIEW_CHANNEL')).toBe('allow');
    }
  });

  test('what a channel does not name inherits', () => {
    expect(decisionOf([bakers], '30', 'VIEW_CHANNEL')).toBe('inherit');
  });

  test('order, and what says nothing, make no difference', () => {
    const silent: Overwrite = { targetId: '30', type: 'MEMBER', allow: '0', deny: '0' };
    const hidden: Overwrite = { targetId: EVERYONE, type: 'ROLE', allow: '0', deny: bits('VIEW_CHANNEL') };
    expect(meanTheSame([hidden, bakers], [bakers, silent, hidden])).toBe(true);
    expect(meanTheSame([hidden], [bakers, hidden])).toBe(false);
    expect(normalOverwrites([bakers, silent, hidden])).toEqual([hidden, bakers]);
  });
});

describe('private channels', () => {
  test('they are seen by whom they name', () => {
    const list = withPrivacy([], EVERYONE, [
      { id: '20', type: 'ROLE' },
      { id: '300', type: 'MEMBER' },
    ]);
    expect(isPrivate(list, EVERYONE)).toBe(true);
    expect(viewersOf(list, EVERYONE)).toEqual([
      { id: '20', type: 'ROLE' },
      { id: '300', type: 'MEMBER' },
    ]);
  });

  test('what else was decided stays, whoever is taken out', () => {
    const list = withPrivacy([bakers], EVERYONE, []);
    expect(viewersOf(list, EVERYONE)).toEqual([]);
    expect(decisionOf(list, '20', 'SEND_MESSAGES')).toBe('deny');
  });

  test('opened again, they are as before', () => {
    const closed = withPrivacy([], EVERYONE, [{ id: '300', type: 'MEMBER' }]);
    expect(withPrivacy(closed, EVERYONE, null)).toEqual([]);
  });
});
