import { expect, test } from '@jest/globals';
import { ALL_PERMISSIONS, DEFAULT_EVERYONE_PERMISSIONS, permissionsOf } from '@hearth/contract';
import { sectionsFor } from './sections';

test('whoever runs nothing has no settings of a server', () => {
  expect(sectionsFor(DEFAULT_EVERYONE_PERMISSIONS, false)).toEqual([]);
});

test('a moderator has what moderators need', () => {
  const moderator = permissionsOf('KICK_MEMBERS', 'BAN_MEMBERS', 'MANAGE_MESSAGES', 'VIEW_AUDIT_LOG');
  expect(sectionsFor(moderator, false)).toEqual(['members', 'invites', 'reports', 'bans', 'audit-log']);
});

test('who came by whose invite is for whoever may send them away', () => {
  expect(sectionsFor(permissionsOf('KICK_MEMBERS'), false)).toContain('invites');
  expect(sectionsFor(permissionsOf('BAN_MEMBERS'), false)).not.toContain('invites');
});

test('emoji and stickers have one permission', () => {
  expect(sectionsFor(permissionsOf('MANAGE_EMOJIS'), false)).toEqual(['emoji', 'stickers']);
});

test('an administrator has all but what is the owner’s', () => {
  expect(sectionsFor(ALL_PERMISSIONS, true)).toEqual([...sectionsFor(ALL_PERMISSIONS, false), 'danger']);
  expect(sectionsFor(ALL_PERMISSIONS, false)).toContain('incidents');
});
