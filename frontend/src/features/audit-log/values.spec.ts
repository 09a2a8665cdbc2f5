import { describe, expect, test } from '@jest/globals';
import { permissionsOf } from '@hearth/contract';
import { gatherOverwrites, overwriteChanges, permissionChange, roleNameIn, textsIn } from './values';

const bits = (...names: Parameters<typeof permissionsOf>) => permissionsOf(...names).toString();

describe('what an entry of the audit log says', () => {
  test('permissions come and go', () => {
    expect(permissionChange(bits('SEND_MESSAGES', 'KICK_MEMBERS'), bits('SEND_MESSAGES', 'BAN_MEMBERS'))).toEqual({
      added: ['BAN_MEMBERS'],
      removed: ['KICK_MEMBERS'],
    });
    expect(permissionChange(null, bits('SEND_MESSAGES'))).toEqual({ added: ['SEND_MESSAGES'], removed: [] });
    expect(permissionChange('all', { bits: 1 })).toEqual({ added: [], removed: [] });
  });

  test('rules of channels are told by role and member', () => {
    const before = [{ type: 'ROLE', targetId: '1', allow: bits('VIEW_CHANNEL'), deny: bits('SEND_MESSAGES') }];
    const after = [
      { type: 'ROLE', targetId: '1', allow: bits('SEND_MESSAGES'), deny: '0' },
      { type: 'MEMBER', targetId: '2', allow: '0', deny: bits('VIEW_CHANNEL') },
    ];
    expect(overwriteChanges(before, after)).toEqual([
      { type: 'ROLE', targetId: '1', allowed: ['SEND_MESSAGES'], denied: [], cleared: ['VIEW_CHANNEL'] },
      { type: 'MEMBER', targetId: '2', allowed: [], denied: ['VIEW_CHANNEL'], cleared: [] },
    ]);
    expect(overwriteChanges(before, before)).toEqual([]);
    expect(overwriteChanges(null, 'nonsense')).toEqual([]);
  });

  test('rules that were changed one by one are told together', () => {
    const name = { key: 'name', before: 'a', after: 'b' };
    const gathered = gatherOverwrites([
      { key: 'ROLE:1', before: null, after: { allow: '0', deny: bits('VIEW_CHANNEL') } },
      name,
      { key: 'MEMBER:2', before: { allow: bits('VIEW_CHANNEL'), deny: '0' }, after: null },
    ]);
    expect(gathered[0]).toEqual(name);
    expect(overwriteChanges(gathered[1]?.before ?? null, gathered[1]?.after ?? null)).toEqual([
      { type: 'MEMBER', targetId: '2', allowed: [], denied: [], cleared: ['VIEW_CHANNEL'] },
      { type: 'ROLE', targetId: '1', allowed: [], denied: ['VIEW_CHANNEL'], cleared: [] },
    ]);
    expect(gatherOverwrites([name])).toEqual([name]);
  });

  test('what is of another shape says nothing', () => {
    expect(textsIn(['a', 1, 'b'])).toEqual(['a', 'b']);
    expect(textsIn('a')).toEqual([]);
    expect(roleNameIn({ id: '1', name: 'Bakers' })).toBe('Bakers');
    expect(roleNameIn('Bakers')).toBeNull();
  });
});
