import { describe, expect, it } from '@jest/globals';
import { permissionsOf, type PermissionName } from '@hearth/contract';
import type { ChannelAccess } from '../permissions/permissions.service.js';
import { canDelete, canEdit, holdsMessages } from './messages.policy.js';

const caller = { userId: '7', sessionId: '1' };
const own = { authorId: '7' };
const foreign = { authorId: '8' };

const access = (names: PermissionName[], restricted = false): ChannelAccess => ({
  userId: '7',
  permissions: permissionsOf('VIEW_CHANNEL', ...names),
  channel: { id: '3', serverId: '2', type: 'TEXT', parentId: null, overwrites: [] },
  room: 'server:2',
  accessVersion: 1,
  audience: 2,
  restricted,
  server: null,
  conversation: null,
});

describe('canEdit', () => {
  it('lets authors edit while they may write', () => expect(canEdit(caller, access(['SEND_MESSAGES']), own)).toBe(true));
  it('keeps authors who may not write from editing', () => expect(canEdit(caller, access([]), own)).toBe(false));
  it('keeps moderators from editing what others wrote', () =>
    expect(canEdit(caller, access(['SEND_MESSAGES', 'MANAGE_MESSAGES']), foreign)).toBe(false));
});

describe('canDelete', () => {
  it('lets authors delete in a read-only channel', () => expect(canDelete(caller, access([]), own)).toBe(true));
  it('keeps the timed out from deleting', () => expect(canDelete(caller, access([], true), own)).toBe(false));
  it('lets moderators delete any', () => expect(canDelete(caller, access(['MANAGE_MESSAGES']), foreign)).toBe(true));
  it('keeps others from deleting', () => expect(canDelete(caller, access(['SEND_MESSAGES']), foreign)).toBe(false));
});

describe('holdsMessages', () => {
  it('is for channels in which people write', () => {
    expect((['TEXT', 'VOICE', 'THREAD', 'DM'] as const).every(holdsMessages)).toBe(true);
    expect((['CATEGORY', 'FORUM'] as const).some(holdsMessages)).toBe(false);
  });
});
