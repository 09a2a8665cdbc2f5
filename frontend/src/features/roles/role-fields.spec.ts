import { describe, expect, test } from '@jest/globals';
import { permissionsOf, type PermissionName, type Role } from '@hearth/contract';
import { differing } from '@/lib/use-changes';
import { changeOf, fieldsOf } from './role-fields';

const role = (...permissions: PermissionName[]): Role => ({
  id: '20',
  name: 'Bakers',
  color: null,
  hoist: false,
  mentionable: false,
  position: 1,
  permissions: permissionsOf(...permissions).toString(),
});

describe('what is sent of a changed role', () => {
  test('is what was changed', () => {
    expect(changeOf(role(), { name: 'Cooks', color: null })).toEqual({ name: 'Cooks', color: null });
    expect(changeOf(role('SEND_MESSAGES'), { SEND_MESSAGES: false, KICK_MEMBERS: true })).toEqual({
      permissions: permissionsOf('KICK_MEMBERS').toString(),
    });
  });

  test('leaves what is not on screen, and what somebody else changed meanwhile', () => {
    const changed = differing(fieldsOf(role('CONNECT')), { ...fieldsOf(role('CONNECT')), KICK_MEMBERS: true });
    expect(changed).toEqual({ KICK_MEMBERS: true });
    expect(changeOf(role('CONNECT', 'BAN_MEMBERS'), changed)).toEqual({
      permissions: permissionsOf('CONNECT', 'BAN_MEMBERS', 'KICK_MEMBERS').toString(),
    });
  });
});
