import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { hasPermission, type PermissionName, permissionNames, permissionsOf } from '@hearth/contract';
import { allGroups, channelGroups, findPermissions, withBit } from './permission-groups';

const names = (groups: ReturnType<typeof channelGroups>) => groups.flatMap(({ permissions }) => permissions);

/** Of which nothing depends yet. */
const idle: readonly PermissionName[] = [
  'PRIORITY_SPEAKER',
  'STREAM',
  'CONNECT',
  'SPEAK',
  'MUTE_MEMBERS',
  'DEAFEN_MEMBERS',
  'MOVE_MEMBERS',
];

describe('permissions on screen', () => {
  test('all that something depends on can be given', () => {
    expect([...names([...allGroups]), ...idle].toSorted()).toEqual(permissionNames.toSorted());
    const folder = new URL('../../../../backend/src/', import.meta.url);
    const sources = globSync('**/*.ts', { cwd: folder, exclude: ['**/*.spec.ts', 'generated/**'] });
    expect(sources.length).toBeGreaterThan(100);
    const server = sources.map((path) => readFileSync(new URL(path, folder), 'utf8')).join('\n');
    expect(idle.filter((permission) => new RegExp(`\\b${permission}\\b`).test(server))).toEqual([]);
  });

  test('each stands in one place', () => {
    expect(new Set(names([...allGroups])).size).toBe(names([...allGroups]).length);
  });

  test('a channel has no rules about what concerns the whole server', () => {
    expect(names(channelGroups('TEXT'))).not.toContain('KICK_MEMBERS');
    expect(names(channelGroups('TEXT'))).toContain('SEND_MESSAGES');
    expect(names(channelGroups('FORUM'))).not.toContain('SEND_MESSAGES');
    expect(names(channelGroups('CATEGORY'))).toContain('MANAGE_WEBHOOKS');
    expect(names(channelGroups('VOICE'))).not.toContain('MANAGE_WEBHOOKS');
    expect(channelGroups('TEXT').map(({ id }) => id)).not.toContain('everything');
  });

  test('they are found by the words of their explanation, in any order', () => {
    const found = findPermissions(allGroups, 'out  TIME', (permission) =>
      permission === 'TIMEOUT_MEMBERS' ? 'Time out members' : permission,
    );
    expect(names(found)).toEqual(['TIMEOUT_MEMBERS']);
    expect(names(findPermissions(allGroups, '', String))).toEqual(names([...allGroups]));
  });

  test('what is not shown stays as it is', () => {
    const held = permissionsOf('CONNECT', 'SEND_MESSAGES');
    expect(withBit(withBit(held, 'SEND_MESSAGES', false), 'KICK_MEMBERS', true)).toBe(permissionsOf('CONNECT', 'KICK_MEMBERS'));
    expect(hasPermission(withBit(held, 'SEND_MESSAGES', true), 'SEND_MESSAGES')).toBe(true);
  });
});
